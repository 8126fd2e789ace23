using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>
/// Distances between rows of numbers and categories together (J. C. Gower, "A general coefficient of similarity and some of its
/// properties", 1971). Each attribute contributes 0 to 1: for numbers their difference divided by the range of the column, for
/// categories 0 when they are the same and 1 when not. The distance is the weighted mean over the attributes that both rows
/// have; rows that have none in common are at distance 1. Costs O(n^2 d).
/// </summary>
public static class Gower
{
    /// <summary>The distances between all rows.</summary>
    /// <inheritdoc cref="Fit"/>
    public static CondensedDistances Distances(
        Matrix? numeric,
        IReadOnlyList<int[]>? categories = null,
        IReadOnlyList<double>? weights = null,
        int? degreeOfParallelism = null,
        CancellationToken cancellationToken = default) =>
        Fit(numeric, categories, weights).Distances(degreeOfParallelism, cancellationToken);

    /// <summary>Learns the ranges of the columns, so that new rows can be compared with the old ones.</summary>
    /// <param name="numeric">n x d numbers, NaN where missing; null for none.</param>
    /// <param name="categories">One array per categorical column with n codes, -1 where missing; null for none.</param>
    /// <param name="weights">One per numeric column, then one per categorical one; null for 1 each.</param>
    /// <exception cref="ArgumentException">
    /// There are no columns, the columns differ in length, a number is infinite, a code is below -1, a weight is negative or not
    /// finite, all weights are 0, or a row has no value at all.
    /// </exception>
    public static GowerSpace Fit(Matrix? numeric, IReadOnlyList<int[]>? categories = null, IReadOnlyList<double>? weights = null) =>
        new(numeric, categories ?? [], weights);
}
