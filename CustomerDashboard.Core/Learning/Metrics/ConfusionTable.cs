using CustomerDashboard.Core.Learning.Classification;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Metrics;

/// <summary>
/// How often each class was called each class, and what follows from it. A rate without cases is 0; means over classes leave out classes that
/// neither occur nor were called.
/// </summary>
/// <remarks>
/// M. Sokolova, G. Lapalme, "A systematic analysis of performance measures for classification tasks", 2009; J. Gorodkin, 2004, for the
/// correlation of several classes.
/// </remarks>
public sealed class ConfusionTable
{
    private readonly int[,] _counts;
    private readonly int[] _actual;
    private readonly int[] _called;

    private ConfusionTable(int classCount)
    {
        ClassCount = classCount;
        _counts = new int[classCount, classCount];
        _actual = new int[classCount];
        _called = new int[classCount];
    }

    public int ClassCount { get; }

    /// <summary>All cases.</summary>
    public int Count { get; private set; }

    /// <summary>Cases of one class that were called another, or the same.</summary>
    public int this[int actual, int called] => _counts[actual, called];

    /// <summary>Share called right.</summary>
    public double Accuracy => Ratio(Right(), Count);

    /// <summary>The mean recall of the classes that occur.</summary>
    public double BalancedAccuracy => Mean(Recall, kind => _actual[kind] > 0 ? 1 : 0);

    /// <summary>The mean precision over classes.</summary>
    public double MacroPrecision => Mean(Precision, Concerned);

    /// <summary>The mean recall over classes.</summary>
    public double MacroRecall => Mean(Recall, Concerned);

    /// <summary>The mean F1 over classes.</summary>
    public double MacroF1 => Mean(F1, Concerned);

    /// <summary>The mean precision, each class by its cases.</summary>
    public double WeightedPrecision => Mean(Precision, kind => _actual[kind]);

    /// <summary>The mean recall, each class by its cases: the accuracy.</summary>
    public double WeightedRecall => Mean(Recall, kind => _actual[kind]);

    /// <summary>The mean F1, each class by its cases.</summary>
    public double WeightedF1 => Mean(F1, kind => _actual[kind]);

    /// <summary>
    /// Matthews' correlation between what is and what was called, -1 to 1; 0 where either has one class only, as for guessing.
    /// </summary>
    public double Matthews
    {
        get
        {
            double both = (double)Right() * Count, actualSquares = 0, calledSquares = 0;
            for (int kind = 0; kind < ClassCount; kind++)
            {
                both -= (double)_actual[kind] * _called[kind];
                actualSquares += (double)_actual[kind] * _actual[kind];
                calledSquares += (double)_called[kind] * _called[kind];
            }

            double square = (double)Count * Count;
            double spread = Math.Sqrt(square - actualSquares) * Math.Sqrt(square - calledSquares);
            return spread > 0 ? both / spread : 0;
        }
    }

    /// <summary>Counts cases. O(n).</summary>
    /// <param name="actual">The class of each case.</param>
    /// <param name="called">What each was called.</param>
    /// <param name="classCount">How many classes there are.</param>
    /// <exception cref="ArgumentException">No case, a class that does not exist, or lengths that differ.</exception>
    public static ConfusionTable Of(ReadOnlySpan<int> actual, ReadOnlySpan<int> called, int classCount)
    {
        MulticlassMetrics.RequireUsable(actual, called.Length);
        ClassificationData.RequireClasses(actual, classCount);
        ClassificationData.RequireClasses(called, classCount);
        var table = new ConfusionTable(classCount) { Count = actual.Length };
        for (int i = 0; i < actual.Length; i++)
        {
            table._counts[actual[i], called[i]]++;
            table._actual[actual[i]]++;
            table._called[called[i]]++;
        }

        return table;
    }

    /// <summary>Counts cases, each called the class of greatest probability; the first of several.</summary>
    /// <exception cref="ArgumentException">No case, a class that does not exist, or lengths that differ.</exception>
    public static ConfusionTable Of(Matrix probabilities, ReadOnlySpan<int> actual)
    {
        ArgumentNullException.ThrowIfNull(probabilities);
        return Of(actual, MulticlassMetrics.MostProbable(probabilities), probabilities.Columns);
    }

    /// <summary>Cases of a class.</summary>
    public int Actual(int kind) => _actual[kind];

    /// <summary>Of those called a class, the share that is.</summary>
    public double Precision(int kind) => Ratio(_counts[kind, kind], _called[kind]);

    /// <summary>Of a class, the share called so.</summary>
    public double Recall(int kind) => Ratio(_counts[kind, kind], _actual[kind]);

    /// <summary>Harmonic mean of a class's precision and recall.</summary>
    public double F1(int kind) => Ratio(2 * _counts[kind, kind], _actual[kind] + _called[kind]);

    private int Right()
    {
        int right = 0;
        for (int kind = 0; kind < ClassCount; kind++)
        {
            right += _counts[kind, kind];
        }

        return right;
    }

    private int Concerned(int kind) => _actual[kind] + _called[kind] > 0 ? 1 : 0;

    private double Mean(Func<int, double> rate, Func<int, int> weight)
    {
        double sum = 0;
        long weights = 0;
        for (int kind = 0; kind < ClassCount; kind++)
        {
            sum += weight(kind) * rate(kind);
            weights += weight(kind);
        }

        return weights == 0 ? 0 : sum / weights;
    }

    private static double Ratio(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}
