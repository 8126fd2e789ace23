using CustomerDashboard.Core.Learning.Decomposition;

namespace CustomerDashboard.Core.Recommendations.Models;

internal sealed class SvdModel : IRecommenderModel
{
    private readonly FactorTable _loadings;

    public SvdModel(TruncatedSvdModel model)
    {
        Reduced = model;
        _loadings = new FactorTable(model.Loadings.Rows, model.Loadings.Columns);
        for (int product = 0; product < _loadings.Count; product++)
        {
            Span<float> row = _loadings.Padded(product);
            for (int f = 0; f < _loadings.Factors; f++)
            {
                row[f] = (float)model.Loadings[product, f];
            }
        }
    }

    public RecommenderKind Kind => RecommenderKind.TruncatedSvd;

    public TruncatedSvdModel Reduced { get; }

    public void Score(CustomerHistory history, Span<float> scores)
    {
        Span<float> place = stackalloc float[Math.Min(_loadings.Stride, 1024)];
        place = _loadings.Stride > place.Length ? new float[_loadings.Stride] : place;
        place.Clear();
        ReadOnlySpan<int> products = history.Products.Span;
        ReadOnlySpan<float> orders = history.Orders.Span;
        for (int i = 0; i < products.Length; i++)
        {
            Numerics.VectorSums.AddScaled(place, SvdRecommender.Weight(orders[i]), _loadings.Padded(products[i]));
        }

        FactorScores.Fill(_loadings, place, scores);
    }
}
