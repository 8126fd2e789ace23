using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Trees;

/// <summary>
/// Log loss over several classes, one margin each; probabilities are the margins' exponentials divided by their sum. The second
/// derivative is doubled, which bounds the whole curvature where classes move together.
/// </summary>
internal sealed class SoftmaxObjective : BoostingObjective
{
    private readonly int[] _labels;

    public SoftmaxObjective(ReadOnlySpan<int> labels, int classCount, double[]? weights)
        : base(labels.Length, weights)
    {
        Outputs = classCount;
        _labels = new int[PaddedLength(labels.Length)];
        labels.CopyTo(_labels);
    }

    public override int Outputs { get; }

    public override double[] BaseMargins(ReadOnlySpan<int> rows)
    {
        var totals = new double[Outputs];
        double total = 0;
        foreach (int row in rows)
        {
            totals[_labels[row]] += Weight(row);
            total += Weight(row);
        }

        // A class without rows would start at minus infinity; half a row keeps its margin finite and low.
        double least = 0.5 * total / rows.Length;
        return Array.ConvertAll(totals, share => Math.Log(Math.Max(share, least) / total));
    }

    public override double Loss(double[][] margins, ReadOnlySpan<int> rows)
    {
        double sum = 0;
        double total = 0;
        foreach (int row in rows)
        {
            double largest = double.NegativeInfinity;
            foreach (double[] margin in margins)
            {
                largest = Math.Max(largest, margin[row]);
            }

            double exponentials = 0;
            foreach (double[] margin in margins)
            {
                exponentials += Math.Exp(margin[row] - largest);
            }

            sum += Weight(row) * (largest + Math.Log(exponentials) - margins[_labels[row]][row]);
            total += Weight(row);
        }

        return sum / total;
    }

    public override GradientScale Derive(double[][] margins, long[][] pairs, int? degreeOfParallelism, CancellationToken cancellationToken)
    {
        var scale = new GradientScale(LargestWeight, 0.5 * LargestWeight);
        ForPieces((_, start, end) => Derive(margins, pairs, scale, start, end), degreeOfParallelism, cancellationToken);
        return scale;
    }

    private void Derive(double[][] margins, long[][] pairs, GradientScale scale, int start, int end)
    {
        var exponentials = new Vector256<double>[Outputs];
        Vector256<double> gradientUnits = Vector256.Create(scale.GradientUnits);
        Vector256<double> hessianUnits = Vector256.Create(2 * scale.HessianUnits);
        Vector256<double> shift = Vector256.Create(IntegerShift);
        Vector256<long> low = Vector256.Create(0xFFFFFFFFL);
        for (int row = start; row < end; row += Lanes)
        {
            Vector256<double> largest = Vector256.Create<double>(margins[0].AsSpan(row, Lanes));
            for (int output = 1; output < margins.Length; output++)
            {
                largest = Vector256.Max(largest, Vector256.Create<double>(margins[output].AsSpan(row, Lanes)));
            }

            Vector256<double> sum = Vector256<double>.Zero;
            for (int output = 0; output < margins.Length; output++)
            {
                exponentials[output] =
                    VectorExponential.OfNonPositive(Vector256.Create<double>(margins[output].AsSpan(row, Lanes)) - largest);
                sum += exponentials[output];
            }

            Vector256<double> share = Vector256<double>.One / sum;
            Vector256<double> weight =
                Weights is null ? Vector256<double>.One : Vector256.Create<double>(Weights.AsSpan(row, Lanes));
            Vector256<long> labels = Vector256.Create(
                (long)_labels[row], _labels[row + 1], _labels[row + 2], _labels[row + 3]);
            for (int output = 0; output < margins.Length; output++)
            {
                Vector256<double> probability = exponentials[output] * share;
                Vector256<double> target =
                    Vector256.Equals(labels, Vector256.Create((long)output)).AsDouble() & Vector256<double>.One;
                Vector256<double> gradient = (probability - target) * weight;
                Vector256<double> hessian = probability * (Vector256<double>.One - probability) * weight;
                Vector256<long> first = ((gradient * gradientUnits) + shift).AsInt64() & low;
                Vector256<long> second = Vector256.ShiftLeft(((hessian * hessianUnits) + shift).AsInt64(), 32);
                MemoryMarshal.Cast<long, Vector256<long>>(pairs[output].AsSpan(row, Lanes))[0] = first | second;
            }
        }
    }
}
