using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Learning.Decomposition;
using CustomerDashboard.Core.Numerics;
using CustomerDashboard.Core.Recommendations.Models;

namespace CustomerDashboard.Core.Recommendations;

/// <summary>
/// The customer x product matrix reduced to its leading dimensions (<see cref="TruncatedSvd"/>). A customer's place is that of what is
/// bought, not of how much: every row is brought to length 1 first, so that a place lies between -1 and 1 along each dimension.
/// </summary>
public sealed class ProductDimensions
{
    /// <summary>How many products describe one end of a dimension.</summary>
    public const int ProductsShown = 8;

    private ProductDimensions(IReadOnlyList<ProductDimension> dimensions, Matrix places)
    {
        (Dimensions, Places) = (dimensions, places);
    }

    /// <summary>The dimensions, the first with the largest singular value.</summary>
    public IReadOnlyList<ProductDimension> Dimensions { get; }

    /// <summary>One row per customer, one column per dimension; zeros for a customer without a product.</summary>
    public Matrix Places { get; }

    /// <summary>The share of the variance along all dimensions together.</summary>
    public double ExplainedShare => Dimensions.Sum(dimension => dimension.ExplainedShare);

    /// <summary>The dimensions of purchases.</summary>
    /// <param name="history">What customers bought.</param>
    /// <param name="count">How many dimensions.</param>
    /// <param name="seed">The directions begun with.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static ProductDimensions Of(PurchaseHistory history, int count, int seed = 42, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(history);
        SparseMatrix matrix = history.ToMatrix(static orders => SvdRecommender.Weight(orders));
        return From(history, matrix, TruncatedSvd.Fit(matrix, new TruncatedSvdOptions { Components = count, Seed = seed }, null, cancellationToken));
    }

    internal static ProductDimensions From(PurchaseHistory history, SparseMatrix matrix, TruncatedSvdModel model)
    {
        Matrix places = model.Transform(matrix);
        for (int customer = 0; customer < matrix.Rows; customer++)
        {
            double square = 0;
            for (int i = matrix.RowStarts[customer]; i < matrix.RowStarts[customer + 1]; i++)
            {
                square += matrix.Values[i] * matrix.Values[i];
            }

            Span<double> place = places.Row(customer);
            for (int dimension = 0; square > 0 && dimension < place.Length; dimension++)
            {
                place[dimension] /= Math.Sqrt(square);
            }
        }

        var dimensions = new ProductDimension[model.SingularValues.Count];
        for (int dimension = 0; dimension < dimensions.Length; dimension++)
        {
            double[] loadings = model.Loadings.Column(dimension);
            dimensions[dimension] = new ProductDimension(
                dimension + 1, model.SingularValues[dimension], model.ExplainedVarianceRatio[dimension], End(history, loadings, 1), End(history, loadings, -1));
        }

        return new ProductDimensions(dimensions, places);
    }

    /// <summary>Adds the leading dimensions to the features customers are grouped by.</summary>
    /// <param name="features">The features.</param>
    /// <param name="count">How many dimensions.</param>
    public CustomerFeatureTable AddTo(CustomerFeatureTable features, int count)
    {
        ArgumentNullException.ThrowIfNull(features);
        var definitions = new List<FeatureDefinition>(features.Definitions);
        var columns = new List<double[]>(features.Columns);
        for (int dimension = 0; dimension < Math.Min(count, Dimensions.Count); dimension++)
        {
            string products = string.Join(", ", Dimensions[dimension].High.Take(3).Select(product => product.Name));
            definitions.Add(new FeatureDefinition(
                $"ProductDimension{dimension + 1}", $"Taste {dimension + 1}", $"Product dimension {dimension + 1} (truncated SVD)", "share",
                $"How far the customer's purchases go in the direction of {products}.",
                "cosine of the customer's row of products with the singular vector", HigherIsBetter: null));
            var column = new double[features.RowCount];
            for (int row = 0; row < column.Length; row++)
            {
                column[row] = Places[features.CustomerIndex?[row] ?? row, dimension];
            }

            columns.Add(column);
        }

        return features with { Definitions = definitions, Columns = columns };
    }

    private static DimensionProduct[] End(PurchaseHistory history, double[] loadings, int sign)
    {
        // A loading below this share of the largest does not make the dimension what it is.
        double least = 0.1 * loadings.Max(Math.Abs);
        return
        [
            .. Enumerable.Range(0, loadings.Length)
                .Where(product => sign * loadings[product] > least)
                .OrderByDescending(product => sign * loadings[product])
                .ThenBy(product => product)
                .Take(ProductsShown)
                .Select(product => new DimensionProduct(history.Log.ProductCodes[product], history.Log.ProductNames[product], loadings[product])),
        ];
    }
}
