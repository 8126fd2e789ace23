using CustomerDashboard.Core.Learning.Metrics;
using CustomerDashboard.Core.Learning.ModelSelection;

namespace CustomerDashboard.Core.Prediction.Judging;

/// <summary>Turns probabilities and answers into every metric of a yes/no question. O(n log n), and O(n) for each sample of the intervals.</summary>
internal static class BinaryJudge
{
    private const double TopShare = 0.1;
    private const int Figures = 7;

    public static BinaryJudgement Judge(
        double[] probabilities, bool[] labels, int trainedOn, double threshold, Resamples resamples, FoldSummary? folds = null)
    {
        int count = labels.Length;
        int positives = labels.AsSpan().Count(true);
        int[] order = Descending(probabilities);
        double[] values = Of(probabilities, labels, order, null, threshold);
        JudgedValue[] judged = Intervals(values, probabilities, labels, order, threshold, resamples.For(count));
        RocAucInterval auc = positives == 0 || positives == count ? new(double.NaN, double.NaN) : RocAucInterval.Of(probabilities, labels);
        var losses = new double[count];
        var squares = new double[count];
        for (int i = 0; i < count; i++)
        {
            double truth = labels[i] ? probabilities[i] : 1 - probabilities[i];
            losses[i] = -Math.Log(Math.Max(truth, 1e-15));
            squares[i] = (1 - truth) * (1 - truth);
        }

        return new BinaryJudgement
        {
            Customers = count,
            TrainedOn = trainedOn,
            Folds = folds,
            Positives = positives,
            AtThreshold = ThresholdMetrics.At(probabilities, labels, threshold),
            Accuracy = judged[0],
            BalancedAccuracy = judged[1],
            Precision = judged[2],
            Recall = judged[3],
            F1 = judged[4],
            RocAuc = new JudgedValue(auc.Auc, auc.Lower, auc.Upper),
            AveragePrecision = judged[5],
            LogLoss = Resamples.Mean(losses, 0, double.PositiveInfinity),
            BrierScore = Resamples.Mean(squares, 0, 1),
            LiftTopTenth = judged[6],
            Scores = Array.ConvertAll(probabilities, p => (float)p),
            Labels = labels,
        };
    }

    /// <summary>
    /// The same test asked the other way round: every score s becomes 1 - s and every answer its opposite. ROC-AUC, log loss and Brier
    /// score do not change.
    /// </summary>
    public static BinaryJudgement Complement(BinaryJudgement judgement, double threshold, Resamples resamples) => Judge(
        Array.ConvertAll(judgement.Scores, score => 1 - (double)score),
        Array.ConvertAll(judgement.Labels, label => !label),
        judgement.TrainedOn,
        threshold,
        resamples,
        judgement.Folds) with
    {
        // Scores are kept in single precision, the figures were not computed from it.
        RocAuc = judgement.RocAuc,
        LogLoss = judgement.LogLoss,
        BrierScore = judgement.BrierScore,
    };

    private static JudgedValue[] Intervals(
        double[] values, double[] probabilities, bool[] labels, int[] order, double threshold, byte[][] samples)
    {
        var figures = new double[Figures][];
        for (int figure = 0; figure < Figures; figure++)
        {
            figures[figure] = new double[samples.Length];
        }

        for (int sample = 0; sample < samples.Length; sample++)
        {
            double[] drawn = Of(probabilities, labels, order, samples[sample], threshold);
            for (int figure = 0; figure < Figures; figure++)
            {
                figures[figure][sample] = drawn[figure];
            }
        }

        var result = new JudgedValue[Figures];
        for (int figure = 0; figure < Figures; figure++)
        {
            result[figure] = Resamples.Interval(values[figure], figures[figure], 0, figure == Figures - 1 ? double.PositiveInfinity : 1);
        }

        return result;
    }

    /// <summary>Accuracy, balanced accuracy, precision, recall, F1, average precision and lift in one pass from the highest score down.</summary>
    private static double[] Of(double[] probabilities, bool[] labels, int[] order, byte[]? times, double threshold)
    {
        long yes = 0, no = 0;
        for (int i = 0; i < labels.Length; i++)
        {
            int count = times?[i] ?? 1;
            yes += labels[i] ? count : 0;
            no += labels[i] ? 0 : count;
        }

        double top = TopShare * (yes + no);
        double topYes = 0, average = 0;
        long hits = 0, misses = 0, calledHits = 0, calledMisses = 0;
        int place = 0;
        while (place < order.Length)
        {
            double score = probabilities[order[place]];
            long groupHits = 0, groupMisses = 0;
            while (place < order.Length && probabilities[order[place]] == score)
            {
                int row = order[place++];
                int count = times is null ? 1 : times[row];
                groupHits += labels[row] ? count : 0;
                groupMisses += labels[row] ? 0 : count;
            }

            long group = groupHits + groupMisses;
            double room = top - hits - misses;
            if (room > 0 && group > 0)
            {
                // Of equal scores at the edge of the tenth any may be chosen; their share stands for them.
                topYes += groupHits * Math.Min(1, room / group);
            }

            hits += groupHits;
            misses += groupMisses;
            average += group == 0 || yes == 0 ? 0 : (double)groupHits / yes * hits / (hits + misses);
            if (score >= threshold)
            {
                (calledHits, calledMisses) = (hits, misses);
            }
        }

        double recall = yes == 0 ? 0 : (double)calledHits / yes;
        double specificity = no == 0 ? 0 : (double)(no - calledMisses) / no;
        double precision = calledHits + calledMisses == 0 ? 0 : (double)calledHits / (calledHits + calledMisses);
        return
        [
            (double)(calledHits + no - calledMisses) / (yes + no),
            (recall + specificity) / 2,
            precision,
            recall,
            2.0 * calledHits / Math.Max(1, yes + calledHits + calledMisses),
            yes == 0 ? double.NaN : average,
            yes == 0 ? double.NaN : topYes / yes / TopShare,
        ];
    }

    private static int[] Descending(double[] scores)
    {
        var order = new int[scores.Length];
        var keys = new double[scores.Length];
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
            keys[i] = -scores[i];
        }

        Array.Sort(keys, order);
        return order;
    }
}
