using CustomerDashboard.Core.Learning.Decomposition;

namespace CustomerDashboard.Core.Recommendations.Models;

internal sealed class AlsModel(ImplicitAlsModel factors) : IRecommenderModel
{
    public RecommenderKind Kind => RecommenderKind.ImplicitAls;

    public ImplicitAlsModel Factors => factors;

    public void Score(CustomerHistory history, Span<float> scores)
    {
        if (history.Customer >= 0)
        {
            FactorScores.Fill(factors.ColumnFactors, factors.RowFactors.Padded(history.Customer), scores);
            return;
        }

        float[] weights = Array.ConvertAll(history.Orders.ToArray(), AlsRecommender.Weight);
        var padded = new float[factors.ColumnFactors.Stride];
        factors.FoldIn(history.Products.Span, weights).CopyTo(padded, 0);
        FactorScores.Fill(factors.ColumnFactors, padded, scores);
    }
}
