using System.Globalization;
using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Prediction.Explaining;

/// <summary>Changes some features of a customer and moves with them those that follow; says what was moved, what was held and what the model has never seen.</summary>
internal static class WhatIfRules
{
    public static WhatIfRow Apply(
        ReadOnlySpan<double> row, IReadOnlyList<FeatureChange> changes, IReadOnlyList<FeatureDefinition> features, Matrix learnedFrom)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < features.Count; i++)
        {
            places[features[i].Id] = i;
        }

        double[] before = row.ToArray();
        double[] now = row.ToArray();
        var given = new HashSet<string>(StringComparer.Ordinal);
        var moved = new HashSet<string>(StringComparer.Ordinal);
        foreach (FeatureChange change in changes)
        {
            FeatureDefinition feature = Checked(change, features);
            if (!given.Add(feature.Id))
            {
                throw new ArgumentException($"\"{feature.Name}\" is changed twice.", nameof(changes));
            }

            if (now[change.Feature] != change.Value)
            {
                now[change.Feature] = change.Value;
                moved.Add(feature.Id);
            }
        }

        var reasons = new Dictionary<string, string>(StringComparer.Ordinal);
        var warnings = new List<string>();
        foreach (FeatureRule rule in FeatureRule.All)
        {
            if (!places.TryGetValue(rule.Target, out int target) || !rule.Inputs.All(places.ContainsKey) || !rule.Inputs.Any(moved.Contains))
            {
                continue;
            }

            double value = rule.Value(id => before[places[id]], id => now[places[id]]);
            if (!double.IsFinite(value) || Math.Abs(value - now[target]) <= 1e-9 * Math.Max(1, Math.Abs(value)))
            {
                continue;
            }

            if (given.Contains(rule.Target))
            {
                warnings.Add($"\"{features[target].Name}\" was set by hand and contradicts the others: {rule.Reason}.");
                continue;
            }

            now[target] = value;
            moved.Add(rule.Target);
            reasons[rule.Target] = rule.Reason;
        }

        foreach (FeatureDefinition feature in features.Where(feature => moved.Contains(feature.Id)))
        {
            Unseen(feature, now[places[feature.Id]], learnedFrom, places[feature.Id], warnings);
        }

        return new WhatIfRow(
            now,
            [.. reasons.Select(reason => $"{features[places[reason.Key]].Name} follows to {FeatureWords.Amount(features[places[reason.Key]], now[places[reason.Key]])}: {reason.Value}.")],
            Held(features, moved),
            warnings);
    }

    private static FeatureDefinition Checked(FeatureChange change, IReadOnlyList<FeatureDefinition> features)
    {
        if (change.Feature < 0 || change.Feature >= features.Count)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"There is no feature {change.Feature}; there are {features.Count}."), nameof(change));
        }

        FeatureDefinition feature = features[change.Feature];
        if (!double.IsFinite(change.Value))
        {
            throw new ArgumentException($"\"{feature.Name}\" needs a number.", nameof(change));
        }

        if (feature.Unit is "orders" or "products" or "days" or "lines" or "units" && change.Value < 0)
        {
            throw new ArgumentException($"\"{feature.Name}\" cannot be negative.", nameof(change));
        }

        return feature.Unit is "share" or "yes/no" && !(change.Value is >= 0 and <= 1)
            ? throw new ArgumentException($"\"{feature.Name}\" must lie between 0 and 1.", nameof(change))
            : feature;
    }

    private static void Unseen(FeatureDefinition feature, double value, Matrix learnedFrom, int column, List<string> warnings)
    {
        double least = double.PositiveInfinity;
        double most = double.NegativeInfinity;
        for (int row = 0; row < learnedFrom.Rows; row++)
        {
            double known = learnedFrom[row, column];
            if (!double.IsNaN(known))
            {
                least = Math.Min(least, known);
                most = Math.Max(most, known);
            }
        }

        if (value < least || value > most)
        {
            warnings.Add($"{feature.Name} of {FeatureWords.Amount(feature, value)} lies outside of what the model has seen ({FeatureWords.Amount(feature, least)} to {FeatureWords.Amount(feature, most)}): the forecast is a guess.");
        }
    }

    private static string Held(IReadOnlyList<FeatureDefinition> features, HashSet<string> moved)
    {
        if (!FeatureRule.GoTogether.Any(moved.Contains))
        {
            return "";
        }

        string[] held = [.. features.Where(feature => FeatureRule.GoTogether.Contains(feature.Id) && !moved.Contains(feature.Id)).Select(feature => feature.Name.ToLowerInvariant())];
        return held.Length == 0 ? "" : $"Held as they are, though in life they would move too: {string.Join(", ", held)}.";
    }
}
