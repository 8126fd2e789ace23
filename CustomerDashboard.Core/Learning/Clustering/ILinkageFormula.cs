namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>
/// The distance of a cluster from two that are being joined (G. N. Lance, W. T. Williams, "A general theory of classificatory sorting
/// strategies", 1967); a type of its own per linkage, so that the compiler builds a loop for each.
/// </summary>
internal interface ILinkageFormula
{
    /// <summary>The distance from the joined cluster.</summary>
    /// <param name="toKept">The distance from one of the two.</param>
    /// <param name="toGone">The distance from the other.</param>
    /// <param name="apart">The distance of the two.</param>
    /// <param name="keptSize">How many points the one has.</param>
    /// <param name="goneSize">How many the other has.</param>
    /// <param name="size">How many the third has.</param>
    static abstract float Join(float toKept, float toGone, float apart, double keptSize, double goneSize, double size);
}
