using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Trees;

/// <summary>Log loss; the margin is the log-odds and the target 0 or 1.</summary>
internal readonly struct LogisticLoss : IPointLoss
{
    public double? GradientBound => 1;

    public double? HessianBound => 0.25;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (Vector256<double> Gradient, Vector256<double> Hessian) Derive(Vector256<double> margin, Vector256<double> target)
    {
        Vector256<double> odds = VectorExponential.OfNonPositive(-Vector256.Abs(margin));
        Vector256<double> likely = Vector256<double>.One / (Vector256<double>.One + odds);
        Vector256<double> unlikely = odds * likely;
        Vector256<double> probability =
            Vector256.ConditionalSelect(Vector256.GreaterThanOrEqual(margin, Vector256<double>.Zero), likely, unlikely);
        return (probability - target, likely * unlikely);
    }

    public double BaseMargin(double mean) => Math.Log(mean / (1 - mean));

    // log(1 + e^margin) - target x margin, with the large part taken out of the exponential.
    public double Loss(double margin, double target) =>
        Math.Max(margin, 0) + Math.Log(1 + Math.Exp(-Math.Abs(margin))) - (target * margin);
}
