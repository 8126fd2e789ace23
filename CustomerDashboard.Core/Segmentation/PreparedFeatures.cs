using CustomerDashboard.Core.Learning.Preprocessing;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Segmentation;

/// <summary>The customers as points: what the grouping really saw.</summary>
/// <param name="FeatureIds">The features used, one per column; constant ones were left out.</param>
/// <param name="FeatureNames">Their names in the manager's words.</param>
/// <param name="Points">One row per customer, filled, log-transformed and scaled as the options say.</param>
/// <param name="Imputations">What stood in for missing values.</param>
/// <param name="LeftOut">The features that were chosen but could not be used, each with the reason.</param>
public sealed record PreparedFeatures(
    IReadOnlyList<string> FeatureIds,
    IReadOnlyList<string> FeatureNames,
    Matrix Points,
    IReadOnlyList<Imputation> Imputations,
    IReadOnlyList<LeftOutFeature> LeftOut)
{
    /// <summary>The customers with a value for every feature, where those without are left out of the grouping; null where nobody is.</summary>
    internal int[]? CompleteRows { get; init; }

    /// <summary>What stands in for a missing value, by column, also where no customer of the file lacked one.</summary>
    internal IReadOnlyList<double> StandIns { get; init; } = [];

    /// <summary>Whether logarithms were taken before scaling.</summary>
    internal bool LogTransformed { get; init; }

    /// <summary>The fitted scaling; null when there is no feature.</summary>
    internal IScalerModel? Scaler { get; init; }

    /// <summary>The customers that are grouped.</summary>
    internal Matrix Grouped => CompleteRows is { } rows ? Points.SelectRows(rows) : Points;

    /// <summary>Other customers as the grouping would have seen them.</summary>
    /// <param name="values">One row per customer, one column per entry of <see cref="FeatureIds"/>, in the features' own units; NaN where missing.</param>
    /// <exception cref="ArgumentException">The columns do not fit, or a value cannot be used.</exception>
    internal Matrix Prepare(Matrix values)
    {
        var filled = new Matrix(values.Rows, values.Columns);
        for (int row = 0; row < values.Rows; row++)
        {
            for (int column = 0; column < values.Columns; column++)
            {
                double value = values[row, column];
                filled[row, column] = double.IsFinite(value) ? value : StandIns[column];
            }
        }

        return Scaler!.Transform(LogTransformed ? LogTransform.Transform(filled) : filled);
    }
}
