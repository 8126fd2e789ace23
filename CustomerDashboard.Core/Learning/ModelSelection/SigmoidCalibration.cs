using CustomerDashboard.Core.Learning.Metrics;

namespace CustomerDashboard.Core.Learning.ModelSelection;

/// <summary>Probability = 1 / (1 + exp(Slope x score + Offset)), fitted by maximum likelihood.</summary>
/// <param name="Slope">Negative where a higher score means yes; held at 0 where the scores point the wrong way.</param>
/// <param name="Offset">The log-odds of no at score 0.</param>
/// <remarks>
/// J. Platt, "Probabilistic outputs for support vector machines", 1999, with the Newton method of H.-T. Lin, C.-J. Lin, R. Weng, 2007. The
/// answers are drawn a little towards each other, as if each class had one more case, so that separated classes keep finite odds.
/// </remarks>
public sealed record SigmoidCalibration(double Slope, double Offset) : IProbabilityCalibration
{
    private const int MostSteps = 100;

    /// <inheritdoc />
    public CalibrationMethod Method => CalibrationMethod.Sigmoid;

    /// <summary>Fits both parameters; O(n) a step, about ten steps.</summary>
    /// <param name="scores">The score of each case, best from rows the model did not learn from.</param>
    /// <param name="labels">The answer of each case.</param>
    /// <exception cref="ArgumentException">One class only, a score that is not finite, or lengths that differ.</exception>
    public static SigmoidCalibration Fit(ReadOnlySpan<double> scores, ReadOnlySpan<bool> labels)
    {
        ClassificationMetrics.RequireBothClasses(scores, labels);
        int positives = labels.Count(true);
        int negatives = labels.Length - positives;
        double yes = (positives + 1.0) / (positives + 2.0);
        double no = 1 / (negatives + 2.0);

        // Scores are brought to mean 0 and deviation 1, so that Newton's steps mean the same for any scores.
        (double centre, double scale) = Spread(scores);
        double slope = 0;
        double offset = Math.Log((negatives + 1.0) / (positives + 1.0));
        Moments now = Evaluate(scores, labels, centre, scale, yes, no, slope, offset);
        for (int step = 0; step < MostSteps && Math.Max(Math.Abs(now.Slope), Math.Abs(now.Offset)) > 1e-9 * labels.Length; step++)
        {
            double determinant = (now.SlopeSlope * now.OffsetOffset) - (now.SlopeOffset * now.SlopeOffset);
            double slopeStep = ((now.OffsetOffset * now.Slope) - (now.SlopeOffset * now.Offset)) / determinant;
            double offsetStep = ((now.SlopeSlope * now.Offset) - (now.SlopeOffset * now.Slope)) / determinant;
            double descent = (slopeStep * now.Slope) + (offsetStep * now.Offset);
            double length = 1;
            Moments next = Evaluate(scores, labels, centre, scale, yes, no, slope - slopeStep, offset - offsetStep);
            while (!(next.Loss <= now.Loss - (1e-4 * length * descent)) && length > 1e-10)
            {
                length /= 2;
                next = Evaluate(scores, labels, centre, scale, yes, no, slope - (length * slopeStep), offset - (length * offsetStep));
            }

            if (length <= 1e-10)
            {
                break;
            }

            slope -= length * slopeStep;
            offset -= length * offsetStep;
            now = next;
        }

        return slope < 0
            ? new SigmoidCalibration(slope / scale, offset - (slope * centre / scale))
            : new SigmoidCalibration(0, Math.Log((double)negatives / positives));
    }

    /// <inheritdoc />
    public double[] Apply(ReadOnlySpan<double> scores)
    {
        var result = new double[scores.Length];
        for (int i = 0; i < result.Length; i++)
        {
            result[i] = Classification.LogisticRegression.Sigmoid(-((Slope * scores[i]) + Offset));
        }

        return result;
    }

    private static (double Centre, double Scale) Spread(ReadOnlySpan<double> scores)
    {
        double sum = 0;
        foreach (double score in scores)
        {
            sum += score;
        }

        double mean = sum / scores.Length;
        double squares = 0;
        foreach (double score in scores)
        {
            squares += (score - mean) * (score - mean);
        }

        double deviation = Math.Sqrt(squares / scores.Length);
        return (mean, deviation > 0 ? deviation : 1);
    }

    private static Moments Evaluate(
        ReadOnlySpan<double> scores, ReadOnlySpan<bool> labels, double centre, double scale, double yes, double no, double slope, double offset)
    {
        // A little curvature of its own keeps equal scores from making the system singular.
        var sums = new Moments { SlopeSlope = 1e-12, OffsetOffset = 1e-12 };
        for (int i = 0; i < scores.Length; i++)
        {
            double score = (scores[i] - centre) / scale;
            double target = labels[i] ? yes : no;
            double logOdds = -((slope * score) + offset);
            double exponential = Math.Exp(-Math.Abs(logOdds));
            double probability = logOdds >= 0 ? 1 / (1 + exponential) : exponential / (1 + exponential);
            sums.Loss += Math.Log(1 + exponential) + Math.Max(logOdds, 0) - (target * logOdds);
            double residual = target - probability;
            double weight = probability * (1 - probability);
            sums.Slope += residual * score;
            sums.Offset += residual;
            sums.SlopeSlope += weight * score * score;
            sums.SlopeOffset += weight * score;
            sums.OffsetOffset += weight;
        }

        return sums;
    }

    private struct Moments
    {
        public double Loss;
        public double Slope;
        public double Offset;
        public double SlopeSlope;
        public double SlopeOffset;
        public double OffsetOffset;
    }
}
