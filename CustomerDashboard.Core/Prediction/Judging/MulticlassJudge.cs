using CustomerDashboard.Core.Learning.Metrics;
using CustomerDashboard.Core.Learning.ModelSelection;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Prediction.Judging;

/// <summary>Turns probabilities of classes and answers into every metric of a question of several classes.</summary>
internal static class MulticlassJudge
{
    public static MulticlassJudgement Judge(
        Matrix probabilities, int[] labels, int trainedOn, Resamples resamples, FoldSummary? folds = null)
    {
        int[] called = MulticlassMetrics.MostProbable(probabilities);
        var table = ConfusionTable.Of(labels, called, probabilities.Columns);
        byte[][] samples = resamples.For(labels.Length);
        var balanced = new double[samples.Length];
        var precision = new double[samples.Length];
        var f1 = new double[samples.Length];
        for (int sample = 0; sample < samples.Length; sample++)
        {
            (balanced[sample], precision[sample], f1[sample]) = Rates(Count(labels, called, samples[sample], probabilities.Columns));
        }

        var right = new double[labels.Length];
        var losses = new double[labels.Length];
        var squares = new double[labels.Length];
        for (int row = 0; row < labels.Length; row++)
        {
            right[row] = called[row] == labels[row] ? 1 : 0;
            losses[row] = -Math.Log(Math.Max(probabilities[row, labels[row]], 1e-15));
            for (int kind = 0; kind < probabilities.Columns; kind++)
            {
                double miss = probabilities[row, kind] - (kind == labels[row] ? 1 : 0);
                squares[row] += miss * miss;
            }
        }

        return new MulticlassJudgement
        {
            Customers = labels.Length,
            TrainedOn = trainedOn,
            Folds = folds,
            Confusion = table,
            Accuracy = Resamples.Mean(right, 0, 1),
            BalancedAccuracy = Resamples.Interval(table.BalancedAccuracy, balanced, 0, 1),
            MacroPrecision = Resamples.Interval(table.MacroPrecision, precision, 0, 1),
            MacroF1 = Resamples.Interval(table.MacroF1, f1, 0, 1),
            MacroRocAuc = new JudgedValue(MulticlassMetrics.MacroRocAuc(probabilities, labels), double.NaN, double.NaN),
            LogLoss = Resamples.Mean(losses, 0, double.PositiveInfinity),
            BrierScore = Resamples.Mean(squares, 0, 2),
            Probabilities = Array.ConvertAll(probabilities.Values, p => (float)p),
            Labels = labels,
        };
    }

    private static int[] Count(int[] labels, int[] called, byte[] times, int classes)
    {
        var counts = new int[classes * classes];
        for (int row = 0; row < labels.Length; row++)
        {
            counts[(labels[row] * classes) + called[row]] += times[row];
        }

        return counts;
    }

    private static (double BalancedAccuracy, double MacroPrecision, double MacroF1) Rates(int[] counts)
    {
        int classes = (int)Math.Sqrt(counts.Length);
        double recalls = 0, precisions = 0, f1s = 0;
        int occurring = 0, concerned = 0;
        for (int kind = 0; kind < classes; kind++)
        {
            int actual = 0, said = 0;
            for (int other = 0; other < classes; other++)
            {
                actual += counts[(kind * classes) + other];
                said += counts[(other * classes) + kind];
            }

            int right = counts[(kind * classes) + kind];
            occurring += actual > 0 ? 1 : 0;
            concerned += actual + said > 0 ? 1 : 0;
            recalls += actual > 0 ? (double)right / actual : 0;
            precisions += said > 0 ? (double)right / said : 0;
            f1s += actual + said > 0 ? 2.0 * right / (actual + said) : 0;
        }

        return (recalls / Math.Max(1, occurring), precisions / Math.Max(1, concerned), f1s / Math.Max(1, concerned));
    }
}
