using CustomerDashboard.Core.Learning.Decomposition;
using CustomerDashboard.Core.Numerics;
using DenseMatrix = MathNet.Numerics.LinearAlgebra.Double.DenseMatrix;

namespace CustomerDashboard.Tests.Core.Learning.Decomposition;

public class TruncatedSvdTests
{
    [Fact]
    public void Agrees_with_the_full_decomposition()
    {
        SparseMatrix sparse = SparseSamples.Random(60, 40, 0.15, seed: 5);
        TruncatedSvdModel model = TruncatedSvd.Fit(sparse, new TruncatedSvdOptions { Components = 8, PowerIterations = 40 });
        var full = DenseMatrix.OfArray(SparseSamples.Dense(sparse)).Svd();
        for (int component = 0; component < 8; component++)
        {
            Assert.Equal(full.S[component], model.SingularValues[component], 1e-6);
            double cosine = 0;
            for (int column = 0; column < 40; column++)
            {
                cosine += full.VT[component, column] * model.Loadings[column, component];
            }

            Assert.Equal(1, Math.Abs(cosine), 1e-5);
            Assert.True(model.Loadings.Column(component).MaxBy(Math.Abs) > 0);
        }
    }

    [Fact]
    public void Explained_variance_is_that_of_the_coordinates_and_adds_up()
    {
        SparseMatrix sparse = SparseSamples.Random(50, 20, 0.3, seed: 9);
        TruncatedSvdModel model = TruncatedSvd.Fit(sparse, new TruncatedSvdOptions { Components = 20 });
        Matrix places = model.Transform(sparse);
        for (int component = 0; component < 20; component++)
        {
            double[] column = places.Column(component);
            double mean = column.Average();
            Assert.Equal(column.Average(value => (value - mean) * (value - mean)), model.ExplainedVariance[component], 1e-9);
        }

        Assert.Equal(1, model.ExplainedVarianceRatio.Sum(), 1e-9);
    }

    [Fact]
    public void Is_the_same_whatever_the_number_of_threads()
    {
        SparseMatrix sparse = SparseSamples.Random(700, 300, 0.05, seed: 2);
        TruncatedSvdModel one = TruncatedSvd.Fit(sparse, new TruncatedSvdOptions { Components = 10, DegreeOfParallelism = 1 });
        TruncatedSvdModel many = TruncatedSvd.Fit(sparse, new TruncatedSvdOptions { Components = 10, DegreeOfParallelism = 5 });
        Assert.Equal(one.Loadings.Values, many.Loadings.Values);
        Assert.Equal(one.SingularValues, many.SingularValues);
    }

    [Fact]
    public void A_matrix_of_low_rank_has_only_its_components()
    {
        // Two kinds of rows: rank 2, whatever is asked for.
        var sparse = new SparseMatrix(4, 5, [0, 2, 4, 6, 8], [0, 1, 3, 4, 0, 1, 3, 4], [1, 1, 2, 2, 1, 1, 2, 2]);
        TruncatedSvdModel model = TruncatedSvd.Fit(sparse, new TruncatedSvdOptions { Components = 4 });
        Assert.Equal(4, model.SingularValues[0], 1e-9);
        Assert.Equal(2, model.SingularValues[1], 1e-9);
        Assert.Equal(0, model.SingularValues[2], 1e-6);
    }

    [Fact]
    public void Refuses_an_empty_matrix() =>
        Assert.Throws<ArgumentException>(() => TruncatedSvd.Fit(new SparseMatrix(0, 0, [0], [], [])));
}
