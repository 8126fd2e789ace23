using CustomerDashboard.Core.Learning.Decomposition;
using CustomerDashboard.Core.Numerics;
using DenseMatrix = MathNet.Numerics.LinearAlgebra.Double.DenseMatrix;
using DenseVector = MathNet.Numerics.LinearAlgebra.Double.DenseVector;

namespace CustomerDashboard.Tests.Core.Learning.Decomposition;

public class ImplicitAlsTests
{
    [Fact]
    public void A_folded_in_row_solves_the_equations_of_the_paper()
    {
        SparseMatrix sparse = SparseSamples.Random(80, 50, 0.2, seed: 4);
        var options = new ImplicitAlsOptions { Factors = 7, Rounds = 5, Regularisation = 0.5, Confidence = 2 };
        ImplicitAlsModel model = ImplicitAls.Fit(sparse, options);
        int[] columns = [3, 8, 20, 41];
        float[] values = [1, 4, 2, 1];
        float[] found = model.FoldIn(columns, values);

        var left = DenseMatrix.CreateDiagonal(7, 7, options.Regularisation);
        var right = new DenseVector(7);
        for (int column = 0; column < 50; column++)
        {
            var factors = DenseVector.OfEnumerable(model.ColumnFactors[column].ToArray().Select(value => (double)value));
            int at = Array.IndexOf(columns, column);
            double confidence = at < 0 ? 1 : 1 + (options.Confidence * values[at]);
            left += (DenseMatrix)(confidence * factors.OuterProduct(factors));
            right += (DenseVector)((at < 0 ? 0 : confidence) * factors);
        }

        var expected = left.Solve(right);
        for (int factor = 0; factor < 7; factor++)
        {
            Assert.Equal(expected[factor], found[factor], 1e-3);
        }
    }

    [Fact]
    public void Rows_of_two_tastes_get_the_columns_of_their_own()
    {
        // The first ten rows take from columns 0 to 4, the others from 5 to 9, each all but one.
        int[] starts = [.. Enumerable.Range(0, 21).Select(row => row * 4)];
        int[] columns = [.. Enumerable.Range(0, 20).SelectMany(row => Enumerable.Range(0, 5).Where(c => c != row % 5).Select(c => c + (row < 10 ? 0 : 5)))];
        double[] values = [.. columns.Select(_ => 3.0)];
        ImplicitAlsModel model = ImplicitAls.Fit(new SparseMatrix(20, 10, starts, columns, values), new ImplicitAlsOptions { Factors = 2, Regularisation = 0.1 });
        for (int row = 0; row < 20; row++)
        {
            int left = (row % 5) + (row < 10 ? 0 : 5);
            int other = (row % 5) + (row < 10 ? 5 : 0);
            Assert.True(Product(model, row, left) > Product(model, row, other) + 0.5, $"row {row}");
        }
    }

    [Fact]
    public void Is_the_same_whatever_the_number_of_threads()
    {
        SparseMatrix sparse = SparseSamples.Random(900, 400, 0.03, seed: 6);
        var options = new ImplicitAlsOptions { Factors = 12, Rounds = 3 };
        ImplicitAlsModel one = ImplicitAls.Fit(sparse, options with { DegreeOfParallelism = 1 });
        ImplicitAlsModel many = ImplicitAls.Fit(sparse, options with { DegreeOfParallelism = 5 });
        Assert.Equal(one.RowFactors.Values, many.RowFactors.Values);
        Assert.Equal(one.ColumnFactors.Values, many.ColumnFactors.Values);
    }

    [Fact]
    public void Refuses_negative_values_and_a_beginning_of_another_shape()
    {
        var negative = new SparseMatrix(1, 2, [0, 1], [0], [-1]);
        Assert.Throws<ArgumentException>(() => ImplicitAls.Fit(negative));
        SparseMatrix sparse = SparseSamples.Random(10, 5, 0.5, seed: 1);
        FactorTable beginning = ImplicitAls.Fit(sparse, new ImplicitAlsOptions { Factors = 3 }).ColumnFactors;
        Assert.Throws<ArgumentException>(() => ImplicitAls.Fit(sparse, new ImplicitAlsOptions { Factors = 4 }, beginning));
    }

    private static float Product(ImplicitAlsModel model, int row, int column) =>
        VectorSums.Dot(model.RowFactors[row], model.ColumnFactors[column]);
}
