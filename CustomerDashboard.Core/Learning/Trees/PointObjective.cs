using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CustomerDashboard.Core.Learning.Trees;

/// <summary>An objective with one margin per row. The loss is a type parameter so that its arithmetic is compiled into the loops.</summary>
internal sealed class PointObjective<TLoss> : BoostingObjective
    where TLoss : struct, IPointLoss
{
    private readonly TLoss _loss;
    private readonly double[] _targets;

    public PointObjective(TLoss loss, ReadOnlySpan<double> targets, double[]? weights)
        : base(targets.Length, weights)
    {
        _loss = loss;
        _targets = Padded(targets);
    }

    public override int Outputs => 1;

    public override double[] BaseMargins(ReadOnlySpan<int> rows)
    {
        double sum = 0;
        double total = 0;
        foreach (int row in rows)
        {
            sum += Weight(row) * _targets[row];
            total += Weight(row);
        }

        return [_loss.BaseMargin(sum / total)];
    }

    public override double Loss(double[][] margins, ReadOnlySpan<int> rows)
    {
        double sum = 0;
        double total = 0;
        foreach (int row in rows)
        {
            sum += Weight(row) * _loss.Loss(margins[0][row], _targets[row]);
            total += Weight(row);
        }

        return sum / total;
    }

    public override GradientScale Derive(double[][] margins, long[][] pairs, int? degreeOfParallelism, CancellationToken cancellationToken)
    {
        double[] margin = margins[0];
        long[] result = pairs[0];
        GradientScale scale = _loss.GradientBound is { } gradient && _loss.HessianBound is { } hessian
            ? new GradientScale(gradient * LargestWeight, hessian * LargestWeight)
            : MeasuredScale(margin, degreeOfParallelism, cancellationToken);
        ForPieces((_, start, end) => Derive(margin, result, scale, start, end), degreeOfParallelism, cancellationToken);
        return scale;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Derive(double[] margins, long[] pairs, GradientScale scale, int start, int end)
    {
        ReadOnlySpan<Vector256<double>> margin = Vectors(margins, start, end);
        ReadOnlySpan<Vector256<double>> target = Vectors(_targets, start, end);
        ReadOnlySpan<Vector256<double>> weight = Weights is null ? default : Vectors(Weights, start, end);
        Span<Vector256<long>> result = MemoryMarshal.Cast<long, Vector256<long>>(pairs.AsSpan(start, end - start));
        Vector256<double> gradientUnits = Vector256.Create(scale.GradientUnits);
        Vector256<double> hessianUnits = Vector256.Create(scale.HessianUnits);
        Vector256<double> shift = Vector256.Create(IntegerShift);
        Vector256<long> low = Vector256.Create(0xFFFFFFFFL);
        for (int i = 0; i < margin.Length; i++)
        {
            (Vector256<double> gradient, Vector256<double> hessian) = _loss.Derive(margin[i], target[i]);
            if (weight.Length > 0)
            {
                gradient *= weight[i];
                hessian *= weight[i];
            }

            Vector256<long> first = ((gradient * gradientUnits) + shift).AsInt64() & low;
            Vector256<long> second = Vector256.ShiftLeft(((hessian * hessianUnits) + shift).AsInt64(), 32);
            result[i] = first | second;
        }
    }

    private GradientScale MeasuredScale(double[] margins, int? degreeOfParallelism, CancellationToken cancellationToken)
    {
        var gradients = new double[(margins.Length / RowsPerPiece) + 1];
        var hessians = new double[gradients.Length];
        ForPieces(
            (piece, start, end) => (gradients[piece], hessians[piece]) = Largest(margins, start, end), degreeOfParallelism, cancellationToken);
        double gradient = 0;
        double hessian = 0;
        for (int piece = 0; piece < gradients.Length; piece++)
        {
            gradient = Math.Max(gradient, gradients[piece]);
            hessian = Math.Max(hessian, hessians[piece]);
        }

        return new GradientScale(gradient, hessian);
    }

    private (double Gradient, double Hessian) Largest(double[] margins, int start, int end)
    {
        ReadOnlySpan<Vector256<double>> margin = Vectors(margins, start, end);
        ReadOnlySpan<Vector256<double>> target = Vectors(_targets, start, end);
        ReadOnlySpan<Vector256<double>> weight = Weights is null ? default : Vectors(Weights, start, end);
        Vector256<double> largestGradient = Vector256<double>.Zero;
        Vector256<double> largestHessian = Vector256<double>.Zero;
        for (int i = 0; i < margin.Length; i++)
        {
            (Vector256<double> gradient, Vector256<double> hessian) = _loss.Derive(margin[i], target[i]);
            if (weight.Length > 0)
            {
                gradient *= weight[i];
                hessian *= weight[i];
            }

            largestGradient = Vector256.Max(largestGradient, Vector256.Abs(gradient));
            largestHessian = Vector256.Max(largestHessian, hessian);
        }

        return (LargestLane(largestGradient), LargestLane(largestHessian));
    }

    private static double LargestLane(Vector256<double> vector) =>
        Math.Max(Math.Max(vector[0], vector[1]), Math.Max(vector[2], vector[3]));

    private static ReadOnlySpan<Vector256<double>> Vectors(double[] values, int start, int end) =>
        MemoryMarshal.Cast<double, Vector256<double>>(values.AsSpan(start, end - start));
}
