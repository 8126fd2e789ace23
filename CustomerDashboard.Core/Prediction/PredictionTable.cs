using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Prediction;

/// <summary>What was known of every customer at a cut-off, and what they did in the days after it.</summary>
public sealed class PredictionTable
{
    public required PredictionWindows Windows { get; init; }

    /// <summary>The customers with a line in the observation window, ascending indices into the cleaned file's customers.</summary>
    public required int[] CustomerIndex { get; init; }

    /// <summary>One row per customer, one column per feature of <see cref="PredictionFeatureCatalog.All"/>.</summary>
    public required Matrix Features { get; init; }

    /// <summary>Whether the customer bought in the outcome window.</summary>
    public required bool[] BoughtAgain { get; init; }

    /// <summary>Distinct invoices in the outcome window.</summary>
    public required int[] Orders { get; init; }

    /// <summary>Spend in the outcome window.</summary>
    public required double[] Spend { get; init; }

    /// <summary>The naive forecast: spend of the last 365 days (or of the shorter history) brought to the length of the outcome window.</summary>
    public required double[] RunRate { get; init; }

    public int RowCount => CustomerIndex.Length;

    public int Positives => BoughtAgain.AsSpan().Count(true);
}
