using System.Globalization;
using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Learning.Explanation;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Segmentation;

/// <summary>Explains a division by <see cref="SurrogateRules"/> on the features it was made by, and by <see cref="PermutationImportance"/>.</summary>
public static class SegmentExplainer
{
    // Shuffling asks the method again for every customer; this many give the share within a percentage point or two.
    private const int DriverSample = 2000;

    /// <summary>Explains one division of the result.</summary>
    /// <exception cref="ArgumentException">There are no segments.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static SegmentExplanation Explain(
        CustomerFeatureTable table, SegmentationResult result, SegmentSolution solution, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(solution);
        if (result.Prepared is not { } prepared || !result.HasSegments)
        {
            throw new ArgumentException(result.Failure ?? "There are no segments to explain.", nameof(result));
        }

        Matrix values = Values(table, prepared);
        // Noise is what no rule describes.
        int[] labels = solution.Noise is { } noise ? [.. solution.Labels.Select(label => label == noise.Id ? -1 : label)] : solution.Labels;
        IReadOnlyList<ClusterRule> rules = SurrogateRules.Explain(values, labels, cancellationToken: cancellationToken);
        FeatureDefinition[] definitions = [.. prepared.FeatureIds.Select(id => table.Definitions[table.IndexOf(id)])];
        bool[] whole = [.. Enumerable.Range(0, values.Columns).Select(column => IsWhole(values, column))];
        return new SegmentExplanation(
            [.. rules.Select(rule => new SegmentRule(rule.Cluster, Words(rule, definitions, whole), rule.Covered, rule.Precision, rule.Recall, rule))],
            SurrogateRules.Fidelity(rules, values, labels),
            Drivers(result, solution, prepared, cancellationToken));
    }

    private static List<FeatureDriver> Drivers(
        SegmentationResult result, SegmentSolution solution, PreparedFeatures prepared, CancellationToken cancellationToken)
    {
        if (solution.Model is not { } model)
        {
            return [];
        }

        int[] rows = new RandomSource(result.Options.Seed).SampleWithoutReplacement(prepared.Points.Rows, Math.Min(prepared.Points.Rows, DriverSample));
        var options = new PermutationImportanceOptions { Seed = result.Options.Seed };
        IReadOnlyList<FeatureImportance> importances = PermutationImportance.OfClusters(
            model.Predict, prepared.Points.SelectRows(rows), options, cancellationToken: cancellationToken);
        return [.. importances.OrderByDescending(importance => importance.Mean).ThenBy(importance => importance.Feature)
            .Select(importance => new FeatureDriver(
                prepared.FeatureIds[importance.Feature], prepared.FeatureNames[importance.Feature], importance.Mean, importance.StandardDeviation))];
    }

    private static Matrix Values(CustomerFeatureTable table, PreparedFeatures prepared)
    {
        var values = new Matrix(table.RowCount, prepared.FeatureIds.Count);
        for (int column = 0; column < values.Columns; column++)
        {
            double[] source = table[prepared.FeatureIds[column]];
            for (int row = 0; row < values.Rows; row++)
            {
                values[row, column] = double.IsFinite(source[row]) ? source[row] : prepared.StandIns[column];
            }
        }

        return values;
    }

    private static bool IsWhole(Matrix values, int column)
    {
        for (int row = 0; row < values.Rows; row++)
        {
            if (values[row, column] != Math.Floor(values[row, column]))
            {
                return false;
            }
        }

        return true;
    }

    private static string Words(ClusterRule rule, FeatureDefinition[] definitions, bool[] whole) => rule.Length == 0
        ? "every customer"
        : string.Join(" or ", rule.Alternatives.Select(conditions => rule.Alternatives.Count > 1 && conditions.Count > 1
            ? $"({Words(conditions, definitions, whole)})"
            : Words(conditions, definitions, whole)));

    private static string Words(IReadOnlyList<RuleCondition> conditions, FeatureDefinition[] definitions, bool[] whole) =>
        string.Join(" and ", conditions.Select(condition => Words(condition, definitions[condition.Column], whole[condition.Column])));

    private static string Words(RuleCondition condition, FeatureDefinition definition, bool whole)
    {
        // A column of 0 and 1 says whether a category holds.
        if (definition.Unit == AttributeFeatures.CategoryUnit && definition.Id.Contains('=', StringComparison.Ordinal))
        {
            return condition.Above is null ? $"not {definition.Name}" : definition.Name;
        }

        string? least = condition.Above is { } above ? (whole ? Number(Math.Floor(above) + 1) : Number(above)) : null;
        string? most = condition.AtMost is { } bound ? Number(whole ? Math.Floor(bound) : bound) : null;
        string moreThan = whole ? "≥" : ">";
        return (least, most) switch
        {
            ({ } from, { } to) when whole && from == to => $"{definition.Name} = {from}",
            ({ } from, { } to) => whole ? $"{definition.Name} {from} to {to}" : $"{definition.Name} > {from} and ≤ {to}",
            ({ } from, null) => $"{definition.Name} {moreThan} {from}",
            (null, { } to) => $"{definition.Name} ≤ {to}",
            _ => definition.Name,
        };
    }

    private static string Number(double value) => value.ToString(Math.Abs(value) >= 1000 ? "#,##0" : "0.###", CultureInfo.InvariantCulture);
}
