using CustomerDashboard.Core.Learning.Metrics;

namespace CustomerDashboard.Core.Learning.ModelSelection;

/// <summary>
/// The rising function that comes nearest to the answers in squared distance: level over pools of cases, straight between them, and
/// level beyond the first and last.
/// </summary>
/// <remarks>
/// M. Ayer et al., "An empirical distribution function for sampling with incomplete information", 1955 (pool adjacent violators);
/// B. Zadrozny, C. Elkan, 2002. O(n log n) to fit, O(log n) a score.
/// </remarks>
public sealed class IsotonicCalibration : IProbabilityCalibration
{
    private readonly double[] _scores;
    private readonly double[] _probabilities;

    internal IsotonicCalibration(double[] scores, double[] probabilities)
    {
        _scores = scores;
        _probabilities = probabilities;
    }

    /// <inheritdoc />
    public CalibrationMethod Method => CalibrationMethod.Isotonic;

    /// <summary>The scores at which pools begin and end, ascending.</summary>
    public IReadOnlyList<double> Scores => _scores;

    /// <summary>The probability at each of <see cref="Scores"/>, never falling.</summary>
    public IReadOnlyList<double> Probabilities => _probabilities;

    /// <summary>Pools cases until no pool has a lower share of yes than the one before.</summary>
    /// <param name="scores">The score of each case, best from rows the model did not learn from.</param>
    /// <param name="labels">The answer of each case.</param>
    /// <exception cref="ArgumentException">One class only, a score that is not finite, or lengths that differ.</exception>
    public static IsotonicCalibration Fit(ReadOnlySpan<double> scores, ReadOnlySpan<bool> labels)
    {
        ClassificationMetrics.RequireBothClasses(scores, labels);
        double[] sorted = scores.ToArray();
        bool[] answers = labels.ToArray();
        Array.Sort(sorted, answers);

        // A stack of pools: where each begins and ends, its cases and its positives.
        var first = new int[sorted.Length];
        var end = new int[sorted.Length];
        var positives = new int[sorted.Length];
        int pools = 0;
        for (int start = 0; start < sorted.Length;)
        {
            int next = start;
            int found = 0;
            while (next < sorted.Length && sorted[next] == sorted[start])
            {
                found += answers[next++] ? 1 : 0;
            }

            (first[pools], end[pools], positives[pools]) = (start, next, found);
            pools++;
            while (pools > 1 && !Rises(first, end, positives, pools - 2))
            {
                pools--;
                end[pools - 1] = end[pools];
                positives[pools - 1] += positives[pools];
            }

            start = next;
        }

        var knots = new List<double>(2 * pools);
        var values = new List<double>(2 * pools);
        for (int pool = 0; pool < pools; pool++)
        {
            double share = (double)positives[pool] / (end[pool] - first[pool]);
            knots.Add(sorted[first[pool]]);
            values.Add(share);
            if (sorted[end[pool] - 1] != sorted[first[pool]])
            {
                knots.Add(sorted[end[pool] - 1]);
                values.Add(share);
            }
        }

        return new IsotonicCalibration([.. knots], [.. values]);
    }

    /// <inheritdoc />
    public double[] Apply(ReadOnlySpan<double> scores)
    {
        var result = new double[scores.Length];
        for (int i = 0; i < result.Length; i++)
        {
            result[i] = At(scores[i]);
        }

        return result;
    }

    private static bool Rises(int[] first, int[] end, int[] positives, int pool) =>
        (long)positives[pool] * (end[pool + 1] - first[pool + 1]) < (long)positives[pool + 1] * (end[pool] - first[pool]);

    private double At(double score)
    {
        int place = Array.BinarySearch(_scores, score);
        if (place >= 0)
        {
            return _probabilities[place];
        }

        int after = ~place;
        if (after == 0)
        {
            return _probabilities[0];
        }

        if (after == _scores.Length)
        {
            return _probabilities[^1];
        }

        double share = (score - _scores[after - 1]) / (_scores[after] - _scores[after - 1]);
        return _probabilities[after - 1] + (share * (_probabilities[after] - _probabilities[after - 1]));
    }
}
