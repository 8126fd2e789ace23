using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace CustomerDashboard.Core.Learning.Trees;

/// <summary>Half the squared difference; the margin is the forecast.</summary>
internal readonly struct SquaredLoss : IPointLoss
{
    public double? GradientBound => null;

    public double? HessianBound => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (Vector256<double> Gradient, Vector256<double> Hessian) Derive(Vector256<double> margin, Vector256<double> target) =>
        (margin - target, Vector256<double>.One);

    public double BaseMargin(double mean) => mean;

    public double Loss(double margin, double target) => 0.5 * (margin - target) * (margin - target);
}
