using CustomerDashboard.Core.Learning.Classification;
using CustomerDashboard.Core.Learning.Regression;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Prediction.Models;

/// <summary>
/// The run-rate, scaled by how customers with the same chance to buy really went on. Customers are sorted by the chance that a classifier
/// gives them to spend at all and divided into equal parts; each part gets the factor that makes the sum of its absolute misses smallest,
/// which is a weighted median of actual spend / run-rate; for another time of year the sales of a year before say how much more or less is
/// usually bought then. Since most customers spend nothing in a few weeks, the forecast nearest to
/// single customers is low in total: the total ratio says by how much.
/// </summary>
/// <remarks>
/// The weighted median minimises a sum of weighted absolute distances: Koenker, "Quantile Regression", 2005, chapter 1. Costs one fit of the
/// classifier on each of the folds (so that a part is made of chances not learned from its own answers) and one on all, and O(n log n).
/// </remarks>
internal sealed class CorrectedRunRate(IClassifier chance, int column, double factor, int parts = 20, int folds = 3, int seed = 42) : IRegressor
{
    public string Name => ModelNames.Of(ModelKind.CorrectedRunRate);

    public IRegressorModel Fit(
        Matrix points, ReadOnlySpan<double> targets, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var spends = new bool[targets.Length];
        for (int row = 0; row < spends.Length; row++)
        {
            spends[row] = targets[row] > 0;
        }

        double[] chances = Learning.ModelSelection.CrossValidation.Run(
            chance, points, spends, Learning.ModelSelection.StratifiedKFold.Split(spends, folds, seed), 1, null, cancellationToken).OutOfFold;
        int[] order = [.. Enumerable.Range(0, targets.Length)];
        double[] keys = [.. chances];
        Array.Sort(keys, order);
        int count = Math.Clamp(targets.Length / 50, 1, parts);
        var middles = new double[count];
        var factors = new double[count];
        for (int part = 0; part < count; part++)
        {
            int from = (int)((long)targets.Length * part / count), to = (int)((long)targets.Length * (part + 1) / count);
            middles[part] = keys[(from + to - 1) / 2];
            factors[part] = BestFactor(points, targets, order.AsSpan(from, to - from));
        }

        return new CorrectedRunRateModel(chance.Fit(points, spends, null, cancellationToken), column, factor, middles, factors);
    }

    /// <summary>The factor that brings the run-rates of some rows nearest to their actual spend; 0 where no row has a run-rate.</summary>
    private double BestFactor(Matrix points, ReadOnlySpan<double> targets, ReadOnlySpan<int> rows)
    {
        var ratios = new List<(double Ratio, double Weight)>(rows.Length);
        double whole = 0;
        foreach (int row in rows)
        {
            double rate = points[row, column] * factor;
            if (rate > 0)
            {
                ratios.Add((targets[row] / rate, rate));
                whole += rate;
            }
        }

        ratios.Sort();
        double sum = 0;
        foreach ((double ratio, double weight) in ratios)
        {
            sum += weight;
            if (sum >= whole / 2)
            {
                return Math.Max(0, ratio);
            }
        }

        return 0;
    }
}
