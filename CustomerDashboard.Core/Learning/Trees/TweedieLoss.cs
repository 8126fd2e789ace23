using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Trees;

/// <summary>
/// The negative log-likelihood of Tweedie's distribution with 1 &lt; power &lt; 2, without the part that does not depend on the
/// forecast; the margin is the logarithm of the forecast (B. Jorgensen, "The Theory of Dispersion Models", 1997).
/// </summary>
internal readonly struct TweedieLoss(double power) : IPointLoss
{
    public double? GradientBound => null;

    public double? HessianBound => null;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (Vector256<double> Gradient, Vector256<double> Hessian) Derive(Vector256<double> margin, Vector256<double> target)
    {
        Vector256<double> first = target * Exponential(margin * Vector256.Create(1 - power));
        Vector256<double> second = Exponential(margin * Vector256.Create(2 - power));
        return (second - first, (second * Vector256.Create(2 - power)) - (first * Vector256.Create(1 - power)));
    }

    public double BaseMargin(double mean) => Math.Log(mean);

    public double Loss(double margin, double target) =>
        (Math.Exp((2 - power) * margin) / (2 - power)) - (target * Math.Exp((1 - power) * margin) / (1 - power));

    private static Vector256<double> Exponential(Vector256<double> x)
    {
        Vector256<double> falling = VectorExponential.OfNonPositive(-Vector256.Abs(x));
        return Vector256.ConditionalSelect(Vector256.LessThan(x, Vector256<double>.Zero), falling, Vector256<double>.One / falling);
    }
}
