using System.Globalization;
using CustomerDashboard.Core.Learning.Classification;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Metrics;

/// <summary>Metrics of the probabilities of several classes: m cases in rows, classes in columns. O(m k).</summary>
public static class MulticlassMetrics
{
    /// <summary>The class of greatest probability in each row; the first of several.</summary>
    public static int[] MostProbable(Matrix probabilities)
    {
        ArgumentNullException.ThrowIfNull(probabilities);
        var result = new int[probabilities.Rows];
        for (int row = 0; row < result.Length; row++)
        {
            ReadOnlySpan<double> shares = probabilities.Row(row);
            for (int kind = 1; kind < shares.Length; kind++)
            {
                result[row] = shares[kind] > shares[result[row]] ? kind : result[row];
            }
        }

        return result;
    }

    /// <summary>
    /// Mean negative log of the probability given to what happened; probabilities are kept 1e-15 away from 0, so a certain and wrong prediction
    /// costs 34.5 instead of infinity.
    /// </summary>
    /// <exception cref="ArgumentException">No case, a class that does not exist, or lengths that differ.</exception>
    public static double LogLoss(Matrix probabilities, ReadOnlySpan<int> actual)
    {
        RequireUsable(probabilities, actual);
        double sum = 0;
        for (int row = 0; row < actual.Length; row++)
        {
            sum -= Math.Log(Math.Clamp(probabilities[row, actual[row]], 1e-15, 1));
        }

        return sum / actual.Length;
    }

    /// <summary>Mean squared distance between probabilities and what happened, summed over classes (0 to 2): twice the yes/no score for two classes.</summary>
    /// <exception cref="ArgumentException">No case, a class that does not exist, or lengths that differ.</exception>
    public static double BrierScore(Matrix probabilities, ReadOnlySpan<int> actual)
    {
        RequireUsable(probabilities, actual);
        double sum = 0;
        for (int row = 0; row < actual.Length; row++)
        {
            for (int kind = 0; kind < probabilities.Columns; kind++)
            {
                double distance = probabilities[row, kind] - (kind == actual[row] ? 1 : 0);
                sum += distance * distance;
            }
        }

        return sum / actual.Length;
    }

    /// <summary>The mean over classes of the ROC-AUC of each class against the rest; NaN where fewer than two classes occur.</summary>
    /// <exception cref="ArgumentException">No case, a class that does not exist, or lengths that differ.</exception>
    public static double MacroRocAuc(Matrix probabilities, ReadOnlySpan<int> actual)
    {
        RequireUsable(probabilities, actual);
        double sum = 0;
        int classes = 0;
        var own = new bool[actual.Length];
        for (int kind = 0; kind < probabilities.Columns; kind++)
        {
            for (int row = 0; row < own.Length; row++)
            {
                own[row] = actual[row] == kind;
            }

            if (own.AsSpan().Contains(true) && own.AsSpan().Contains(false))
            {
                sum += ClassificationMetrics.RocAuc(probabilities.Column(kind), own);
                classes++;
            }
        }

        return classes == 0 ? double.NaN : sum / classes;
    }

    internal static void RequireUsable(ReadOnlySpan<int> actual, int predictions)
    {
        if (actual.Length != predictions)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"There are {predictions} predictions but {actual.Length} actual classes."), nameof(actual));
        }

        if (actual.IsEmpty)
        {
            throw new ArgumentException("There is no case to judge.", nameof(actual));
        }
    }

    private static void RequireUsable(Matrix probabilities, ReadOnlySpan<int> actual)
    {
        ArgumentNullException.ThrowIfNull(probabilities);
        RequireUsable(actual, probabilities.Rows);
        ClassificationData.RequireClasses(actual, probabilities.Columns);
        MatrixGuard.RequireFinite(probabilities, null, nameof(probabilities));
    }
}
