using System.Globalization;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>
/// A component about as narrow as the regularisation lets it be. Its density there, and with it the likelihood, BIC and AIC of the
/// whole mixture, is set by the regularisation and not by the points.
/// </summary>
/// <param name="Component">The component's label.</param>
/// <param name="Points">How many points have that label.</param>
/// <param name="DistinctPoints">How many of them differ from each other.</param>
/// <param name="Columns">The columns in which it has no spread; several when they depend on each other.</param>
/// <param name="DistinctValues">How many different values its points have in the one of those columns that has fewest.</param>
/// <param name="Cause">Why it has no spread.</param>
/// <param name="SuggestedRegularisation">
/// A regularisation that bridges the gap between the tied values and the next, or gives a tenth of the spread of all points; 0 for a
/// column that is the same for all of them.
/// </param>
public sealed record CollapsedComponent(
    int Component,
    int Points,
    int DistinctPoints,
    IReadOnlyList<int> Columns,
    int DistinctValues,
    CollapseCause Cause,
    double SuggestedRegularisation)
{
    /// <summary>What happened, in a sentence.</summary>
    /// <param name="columnNames">What the columns are called; numbers from 1 where absent.</param>
    public string Describe(IReadOnlyList<string>? columnNames = null)
    {
        string what = Cause switch
        {
            CollapseCause.TiedColumn =>
                $"{Names(columnNames)} has {(DistinctValues <= 1 ? "the same value" : $"only {Text(DistinctValues)} different values")} in its {Text(Points)} points",
            CollapseCause.TooFewPoints =>
                $"its {Text(Points)} points have only {Text(DistinctPoints)} different places",
            _ => $"in its {Text(Points)} points {Names(columnNames)} depend on each other",
        };
        return $"Component {Text(Component + 1)} has collapsed: {what}. Likelihood, BIC and AIC are set by the regularisation there and cannot be compared.";
    }

    /// <summary>What to do about it, in a sentence.</summary>
    /// <param name="columnNames">What the columns are called; numbers from 1 where absent.</param>
    public string Remedy(IReadOnlyList<string>? columnNames = null)
    {
        string raise = SuggestedRegularisation > 0
            ? $", or raise the regularisation to {Plain(SuggestedRegularisation)}"
            : string.Empty;
        return Cause switch
        {
            CollapseCause.TiedColumn => $"Leave out {Lower(Names(columnNames))}{raise}.",
            CollapseCause.TooFewPoints => $"Use fewer components or fewer columns, choose tied covariance{raise}.",
            _ => $"Leave out one of {Lower(Names(columnNames))}{raise}.",
        };
    }

    private string Names(IReadOnlyList<string>? columnNames)
    {
        string[] names = [.. Columns.Select(column => MatrixGuard.ColumnName(column, columnNames))];
        return names.Length == 1 ? names[0] : $"{string.Join(", ", names[..^1])} and {names[^1]}";
    }

    // One digit, and never 1E-06.
    private static string Plain(double value) =>
        double.Parse(value.ToString("G1", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture).ToString("0.###############", CultureInfo.InvariantCulture);

    private static string Lower(string names) => names.Replace("Column ", "column ", StringComparison.Ordinal);

    private static string Text(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
