using System.Runtime.CompilerServices;

namespace CustomerDashboard.Core.Learning.Trees;

/// <summary>
/// Finds the split of greatest gain in a histogram by the formulas of Chen and Guestrin (2016), with the L1 penalty added:
/// leaf value -T(G) / (H + lambda) and gain (T(G_L)^2 / (H_L + lambda) + T(G_R)^2 / (H_R + lambda) - T(G)^2 / (H + lambda)) / 2, where
/// T moves a sum towards 0 by alpha. Missing values are tried on both sides.
/// </summary>
internal sealed class BoostedSplitSearch(GradientBoostedTreesOptions options, FeatureBins bins, GradientScale scale)
{
    // Sums are exact but the quotients are rounded: a gain this small beside the score itself is none.
    private const double RelativeMargin = 1e-10;

    // Splits that are mirror images differ by rounding only: the earlier one is to win every time.
    private const double TieMargin = 1e-13;

    private readonly double _l1 = options.L1;
    private readonly double _l2 = options.L2;
    private readonly double _minimum = options.MinChildWeight;
    private readonly double _gradientUnit = 1 / scale.GradientUnits;
    private readonly double _hessianUnit = 1 / scale.HessianUnits;

    public double LeafValue(long gradient, long hessian)
    {
        double weight = Hessian(hessian) + _l2;
        return weight > 0 ? -options.LearningRate * Thresholded(gradient * _gradientUnit) / weight : 0;
    }

    public double Hessian(long hessian) => hessian * _hessianUnit;

    /// <summary>The best split of a node whose sums are given; the first feature and lowest cut among equals.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public BoostedSplit Find(ReadOnlySpan<long> histogram, ReadOnlySpan<int> features, long gradient, long hessian)
    {
        double parent = Score(gradient, hessian);
        BoostedSplit best = BoostedSplit.None;
        double hurdle = parent * (1 + RelativeMargin);
        foreach (int feature in features)
        {
            int offset = bins.Offsets[feature];
            int cuts = bins.Offsets[feature + 1] - offset - 2;
            ReadOnlySpan<long> sums = histogram.Slice(offset * GradientHistograms.NumbersPerBin, (cuts + 2) * GradientHistograms.NumbersPerBin);
            long missingGradient = sums[^2];
            long missingHessian = sums[^1];
            bool missing = (missingGradient | missingHessian) != 0;
            long leftGradient = 0;
            long leftHessian = 0;
            for (int cut = 0; cut <= cuts; cut++)
            {
                long binGradient = sums[2 * cut];
                long binHessian = sums[(2 * cut) + 1];

                // An empty bin divides the rows as the cut before it does.
                if ((binGradient | binHessian) == 0)
                {
                    continue;
                }

                leftGradient += binGradient;
                leftHessian += binHessian;
                if (cut < cuts || missing)
                {
                    Consider(feature, cut, false, leftGradient, leftHessian, gradient, hessian, ref hurdle, ref best);
                }

                if (missing && cut < cuts)
                {
                    Consider(
                        feature, cut, true, leftGradient + missingGradient, leftHessian + missingHessian, gradient, hessian, ref hurdle, ref best);
                }
            }

            if (best.Feature == feature && !missing)
            {
                // Nothing was learned about missing values here: they follow the greater part.
                best = best with { MissingLeft = best.LeftHessian * 2 > hessian };
            }
        }

        return best.Feature < 0 ? best : best with { Gain = (best.Gain - parent) / 2 };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Consider(
        int feature,
        int cut,
        bool missingLeft,
        long leftGradient,
        long leftHessian,
        long gradient,
        long hessian,
        ref double hurdle,
        ref BoostedSplit best)
    {
        double leftWeight = leftHessian * _hessianUnit;
        double rightWeight = (hessian - leftHessian) * _hessianUnit;
        if (!(leftWeight >= _minimum && rightWeight >= _minimum) || leftHessian == hessian || leftHessian == 0)
        {
            return;
        }

        double left = leftGradient * _gradientUnit;
        double right = (gradient - leftGradient) * _gradientUnit;
        if (_l1 > 0)
        {
            left = Thresholded(left);
            right = Thresholded(right);
        }

        leftWeight += _l2;
        rightWeight += _l2;

        // One division instead of two: both terms over their common denominator.
        double score = ((left * left * rightWeight) + (right * right * leftWeight)) / (leftWeight * rightWeight);
        if (score > hurdle)
        {
            hurdle = score * (1 + TieMargin);
            best = new BoostedSplit(feature, cut, missingLeft, score, leftGradient, leftHessian);
        }
    }

    private double Score(long gradient, long hessian)
    {
        double sum = Thresholded(gradient * _gradientUnit);
        double weight = (hessian * _hessianUnit) + _l2;
        return weight > 0 ? sum * sum / weight : 0;
    }

    private double Thresholded(double gradient)
    {
        double size = Math.Abs(gradient) - _l1;
        return size > 0 ? Math.CopySign(size, gradient) : 0;
    }
}
