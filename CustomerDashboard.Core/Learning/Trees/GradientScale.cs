namespace CustomerDashboard.Core.Learning.Trees;

/// <summary>
/// Turns first and second derivatives into whole numbers of at most 30 bits and their sums back. Sums of whole numbers are
/// exact in any order, so histograms do not depend on how rows are shared among threads, and the histogram of a sibling is
/// exactly what its parent's leaves over.
/// </summary>
internal readonly struct GradientScale
{
    private const int Bits = 30;

    /// <summary>A scale for values no larger than the bounds.</summary>
    public GradientScale(double gradientBound, double hessianBound)
    {
        GradientUnits = UnitsFor(gradientBound);
        HessianUnits = UnitsFor(hessianBound);
    }

    /// <summary>Units in a derivative of 1; a power of two.</summary>
    public double GradientUnits { get; }

    public double HessianUnits { get; }

    private static double UnitsFor(double bound)
    {
        // A power of two loses nothing but the bits below the last unit.
        int exponent = bound > 0 && double.IsFinite(bound) ? Math.Clamp(Math.ILogB(bound) + 1, -900, 900) : 0;
        return Math.ScaleB(1, Bits - exponent);
    }
}
