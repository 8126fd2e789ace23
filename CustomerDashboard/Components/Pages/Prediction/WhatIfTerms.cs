using System.Globalization;
using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Prediction.Explaining;

namespace CustomerDashboard.Components.Pages.Prediction;

/// <summary>The values tried for a customer, as the address of the page carries them: "Recency:30,Frequency:4".</summary>
public static class WhatIfTerms
{
    /// <summary>Reads what a link says; features that the model does not know are left out.</summary>
    public static IReadOnlyList<FeatureChange> Read(string? text, IReadOnlyList<FeatureDefinition> features)
    {
        ArgumentNullException.ThrowIfNull(features);
        var changes = new List<FeatureChange>();
        foreach (var part in (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            var cut = part.LastIndexOf(':');
            if (cut <= 0 || !double.TryParse(part[(cut + 1)..], NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
            {
                continue;
            }

            for (var i = 0; i < features.Count; i++)
            {
                if (features[i].Id == part[..cut] && !changes.Exists(change => change.Feature == i))
                {
                    changes.Add(new FeatureChange(i, value));
                }
            }
        }

        return changes;
    }

    /// <summary>Null when nothing is tried.</summary>
    public static string? Write(IReadOnlyList<FeatureChange> changes, IReadOnlyList<FeatureDefinition> features)
    {
        ArgumentNullException.ThrowIfNull(changes);
        ArgumentNullException.ThrowIfNull(features);
        return changes.Count == 0 ? null : string.Join(',', changes.Select(change => string.Create(CultureInfo.InvariantCulture, $"{features[change.Feature].Id}:{change.Value}")));
    }
}
