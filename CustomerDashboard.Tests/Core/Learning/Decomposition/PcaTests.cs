using CustomerDashboard.Core.Learning.Decomposition;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Tests.Core.Learning.Decomposition;

public class PcaTests
{
    private static readonly string[] NineFeatures =
        ["Recency", "Frequency", "Monetary", "AOV", "BasketUnits", "Products", "Tenure", "MeanGap", "ReturnRate"];

    [Fact]
    public void Points_on_a_line_have_one_component()
    {
        PcaModel model = Pca.Fit(Matrix.FromColumns([1, 2, 3], [-2, -4, -6]));
        Assert.Equal([2, -4], model.Mean);
        Assert.Equal(5, model.ExplainedVariance[0], 12);
        Assert.Equal([1, 0], model.ExplainedVarianceRatio.Select(ratio => Math.Round(ratio, 12)));
        Assert.Equal(-1 / Math.Sqrt(5), model.Components[0, 0], 12);
        Assert.Equal(2 / Math.Sqrt(5), model.Components[0, 1], 12);
        Assert.Equal(Math.Sqrt(5), model.Transform(Matrix.FromColumns([1], [-2]))[0, 0], 12);
    }

    [Fact]
    public void Nine_standardised_features_agree_with_the_peers()
    {
        PcaModel model = Pca.Fit(CustomerFeatures.Read(NineFeatures), new PcaOptions { Standardise = true });
        double[] expected = [.279414, .212353, .148715, .133083, .106512, .058920, .032149, .021915, .006939];
        for (int component = 0; component < expected.Length; component++)
        {
            Assert.Equal(expected[component], model.ExplainedVarianceRatio[component], 5.1e-7);
        }
    }

    [Fact]
    public void Components_are_orthonormal_and_scores_have_the_stated_variance()
    {
        Matrix values = Gaussian(200, 5, seed: 3);
        PcaModel model = Pca.Fit(values, new PcaOptions { Standardise = true });
        Matrix scores = model.Transform(values);
        for (int a = 0; a < 5; a++)
        {
            for (int b = 0; b < 5; b++)
            {
                Assert.Equal(a == b ? 1 : 0, VectorSums.Dot(model.Components.Row(a), model.Components.Row(b)), 10);
                double covariance = VectorSums.Dot(scores.Column(a), scores.Column(b)) / 199;
                Assert.Equal(a == b ? model.ExplainedVariance[a] : 0, covariance, 10);
            }

            Assert.Equal(model.Components[a, 0] * Math.Sqrt(model.ExplainedVariance[a]), model.Loadings[0, a], 12);
        }

        Assert.Equal(1, model.ExplainedVarianceRatio.Sum(), 12);
        Assert.Equal(model.ExplainedVariance.OrderDescending(), model.ExplainedVariance);
    }

    [Fact]
    public void Largest_loading_is_positive()
    {
        PcaModel model = Pca.Fit(Gaussian(50, 6, seed: 8));
        for (int component = 0; component < 6; component++)
        {
            Assert.True(model.Components.Row(component).ToArray().MaxBy(Math.Abs) > 0);
        }
    }

    [Fact]
    public void Fewer_components_are_the_first_of_all()
    {
        Matrix values = Gaussian(40, 4, seed: 1);
        PcaModel all = Pca.Fit(values), two = Pca.Fit(values, new PcaOptions { Components = 2 });
        Assert.Equal(all.Components.Values[..8], two.Components.Values);
        Assert.Equal(all.ExplainedVarianceRatio.Take(2), two.ExplainedVarianceRatio);
        Assert.Equal(2, two.Transform(values).Columns);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Constant_data_have_no_variance_and_no_NaN(bool standardise)
    {
        PcaModel model = Pca.Fit(new Matrix(3, 2, [0.1, 7, 0.1, 7, 0.1, 7]), new PcaOptions { Standardise = standardise });
        Assert.Equal([0, 0], model.ExplainedVarianceRatio);
        Assert.All(model.Components.Values, value => Assert.True(double.IsFinite(value)));
    }

    [Fact]
    public void Unusable_input_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Pca.Fit(new Matrix(1, 2)));
        Assert.Throws<ArgumentException>(() => Pca.Fit(new Matrix(5, 0)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Pca.Fit(new Matrix(5, 2), new PcaOptions { Components = 3 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Pca.Fit(new Matrix(5, 2), new PcaOptions { Components = 0 }));
        Assert.Contains("\"AOV\"", Assert.Throws<ArgumentException>(() => Pca.Fit(new Matrix(2, 1, [1, double.NaN]), columnNames: ["AOV"])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Pca.Fit(new Matrix(5, 2)).Transform(new Matrix(5, 3)));
    }

    private static Matrix Gaussian(int rows, int columns, int seed)
    {
        var random = new RandomSource(seed);
        var values = new Matrix(rows, columns);
        for (int i = 0; i < values.Values.Length; i++)
        {
            values.Values[i] = random.NextGaussian() * (1 + (i % columns));
        }

        return values;
    }
}
