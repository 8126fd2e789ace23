namespace CustomerDashboard.Core.Learning.Trees;

/// <summary>A split of a node of a boosted tree, in codes and whole-number sums.</summary>
/// <param name="Feature">Column asked about, -1 where no split helps.</param>
/// <param name="CutCode">Codes up to this one go left.</param>
/// <param name="MissingLeft">Whether missing values go left.</param>
/// <param name="Gain">What it lowers the loss by.</param>
/// <param name="LeftGradient">Sum of first derivatives on the left.</param>
/// <param name="LeftHessian">Sum of second derivatives on the left.</param>
internal readonly record struct BoostedSplit(
    int Feature, int CutCode, bool MissingLeft, double Gain, long LeftGradient, long LeftHessian)
{
    public static readonly BoostedSplit None = new(-1, 0, false, 0, 0, 0);
}
