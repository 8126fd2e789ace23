using CustomerDashboard.Core.Learning.Classification;
using CustomerDashboard.Core.Learning.Regression;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Prediction.Models;

/// <summary>A fitted <see cref="CorrectedRunRate"/>.</summary>
internal sealed class CorrectedRunRateModel(IClassifierModel chance, int column, double factor, double[] middles, double[] factors) : IRegressorModel
{
    public int FeatureCount => chance.FeatureCount;

    /// <summary>What gives a customer's chance to spend at all.</summary>
    public IClassifierModel Chance => chance;

    public (int Column, double Factor, IReadOnlyList<double> Middles, IReadOnlyList<double> Factors) Parts => (column, factor, middles, factors);

    /// <summary>The same model for a window in which usually so many times as much is bought.</summary>
    public CorrectedRunRateModel InSeason(double season) => new(chance, column, factor * season, middles, factors);

    public double[] Predict(Matrix points)
    {
        double[] chances = chance.PredictProbability(points);
        var result = new double[points.Rows];
        for (int row = 0; row < result.Length; row++)
        {
            result[row] = points[row, column] * factor * Factor(chances[row]);
        }

        return result;
    }

    /// <summary>The factor at a chance, on straight lines between the middles of the parts.</summary>
    private double Factor(double at)
    {
        int above = Array.BinarySearch(middles, at);
        above = above < 0 ? ~above : above;
        if (above == 0)
        {
            return factors[0];
        }

        if (above == middles.Length)
        {
            return factors[^1];
        }

        double width = middles[above] - middles[above - 1];
        double share = width > 0 ? (at - middles[above - 1]) / width : 1;
        return factors[above - 1] + (share * (factors[above] - factors[above - 1]));
    }
}
