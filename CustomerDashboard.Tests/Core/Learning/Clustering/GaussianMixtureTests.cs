using CustomerDashboard.Core.Learning.Clustering;
using CustomerDashboard.Core.Learning.Preprocessing;
using CustomerDashboard.Core.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerDashboard.Tests.Core.Learning.Clustering;

public class GaussianMixtureTests
{
    public static TheoryData<CovarianceKind> Kinds => [.. Enum.GetValues<CovarianceKind>()];

    [Fact]
    public void One_component_is_mean_and_covariance()
    {
        Matrix points = Matrix.FromColumns([1, 2, 6, 7], [0, 4, 2, 2]);
        GaussianMixtureModel model = GaussianMixture.Fit(points, new GaussianMixtureOptions { Components = 1, Regularisation = 0 });
        Assert.Equal([4, 2], model.Means.Values);
        AssertClose([6.5, 0.5, 0.5, 2], model.Covariance(0).Values, 1e-12);
        Assert.Equal([1], model.Weights);

        // -n/2 (d ln 2 pi + ln det + d) with det = 6.5 * 2 - 0.25, as the mean squared Mahalanobis distance is d.
        double expected = -2 * ((2 * Math.Log(2 * Math.PI)) + Math.Log(12.75) + 2);
        Assert.Equal(expected, model.LogLikelihood, 10);
        Assert.Equal(5, model.ParameterCount);
        Assert.Equal((5 * Math.Log(4)) - (2 * expected), model.Bic, 9);
        Assert.Equal(10 - (2 * expected), model.Aic, 9);
    }

    [Theory]
    [InlineData(CovarianceKind.Full, 3, 2, 17)] // 9 + 6 + 2
    [InlineData(CovarianceKind.Tied, 3, 2, 11)] // 3 + 6 + 2
    [InlineData(CovarianceKind.Diagonal, 3, 2, 14)] // 6 + 6 + 2
    [InlineData(CovarianceKind.Spherical, 3, 2, 11)] // 3 + 6 + 2
    public void Parameters_are_counted(CovarianceKind kind, int components, int dimensions, int expected)
    {
        GaussianMixtureModel model = GaussianMixture.Fit(
            PointClouds.Uniform(1, 60, dimensions), new GaussianMixtureOptions { Components = components, Covariance = kind, Starts = 1 });
        Assert.Equal(expected, model.ParameterCount);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_model_agrees_with_the_formula(CovarianceKind kind)
    {
        Gen<(int Seed, int Components, int Columns)> fits =
            from seed in Gen.Choose(0, 100_000)
            from components in Gen.Choose(1, 4)
            from columns in Gen.Choose(1, 5)
            select (seed, components, columns);
        Prop.ForAll(fits.ToArbitrary(), fit =>
        {
            // An odd number of points and columns leaves registers half full.
            Matrix points = PointClouds.Uniform(fit.Seed, 261, fit.Columns);
            GaussianMixtureModel model = GaussianMixture.Fit(
                points, new GaussianMixtureOptions { Components = fit.Components, Covariance = kind, Starts = 1, MaxIterations = 4, Seed = fit.Seed });
            Assert.Equal(1, model.Weights.Sum(), 10);
            Matrix probabilities = model.PredictProbabilities(points);
            double logLikelihood = 0;
            for (int row = 0; row < points.Rows; row++)
            {
                double[] densities = [.. Enumerable.Range(0, fit.Components).Select(component => model.Weights[component] * Density(points.Row(row).ToArray(), model, component))];
                logLikelihood += Math.Log(densities.Sum());
                AssertClose([.. densities.Select(density => density / densities.Sum())], probabilities.Row(row).ToArray(), 1e-9);
                Assert.Equal(probabilities.Row(row).ToArray().Max(), probabilities[row, model.Labels[row]]);
            }

            Assert.Equal(logLikelihood, model.LogLikelihood, Math.Abs(logLikelihood) * 1e-10);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(15));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_round_makes_the_points_likelier(CovarianceKind kind)
    {
        Matrix points = PointClouds.Groups(3, 3, 60, 50, 70);
        double before = double.NegativeInfinity;
        for (int rounds = 1; rounds < 12; rounds++)
        {
            double likelihood = AfterRounds(points, new MixtureShape(4, 3, kind), rounds);
            Assert.True(likelihood >= before - 1e-6, $"{likelihood} after {before} in round {rounds}");
            before = likelihood;
        }
    }

    [Fact]
    public void Components_that_are_known_are_found_again()
    {
        var random = new RandomSource(4);
        var points = new Matrix(6_000, 2);
        for (int row = 0; row < points.Rows; row++)
        {
            double u = random.NextGaussian();
            double v = random.NextGaussian();
            bool first = row % 3 != 0;
            points[row, 0] = first ? u : 8 + (2 * u);
            points[row, 1] = first ? (0.8 * u) + (0.6 * v) : 1 - v;
        }

        GaussianMixtureModel model = GaussianMixture.Fit(points, new GaussianMixtureOptions { Components = 2 });
        Assert.InRange(model.Weights[0], 0.65, 0.68);
        AssertClose([0, 0, 8, 1], model.Means.Values, 0.12);
        AssertClose([1, 0.8, 0.8, 1], model.Covariance(0).Values, 0.06);
        AssertClose([4, 0, 0, 1], model.Covariance(1).Values, 0.2);
        Assert.True(model.Converged);
        Assert.Empty(model.CollapsedComponents);
        Assert.Equal(2, GaussianMixtureSweep.Run(points, new GaussianMixtureSweepOptions { MinComponents = 1, MaxComponents = 3 }).BestByBic?.Components);
    }

    [Fact]
    public void Real_customers_are_described_no_worse_than_by_the_peers()
    {
        Matrix logged = LogTransform.Transform(CustomerFeatures.Read("Recency", "Monetary"));
        GaussianMixtureSweepResult sweep = GaussianMixtureSweep.Run(StandardScaler.Fit(logged).Transform(logged));
        double[] peers = [22816.44, 22616.03, 22581.13, 22587.94, 22550.65, 22579.63, 22604.31];
        for (int i = 0; i < peers.Length; i++)
        {
            GaussianMixtureModel model = sweep.Entries[i].Model;
            Assert.Equal(i + 2, model.Components);
            Assert.True(model.Bic <= peers[i] * 1.001, $"BIC {model.Bic} at k = {i + 2}.");

            // Far below the peers would be a component that sits on tied days.
            Assert.True(model.Bic >= peers[i] * 0.995, $"BIC {model.Bic} at k = {i + 2}.");
            Assert.Empty(model.CollapsedComponents);
        }
    }

    [Fact]
    public void Customers_of_one_invoice_collapse_a_component_and_the_model_says_so()
    {
        string[] names = ["Recency", "Frequency", "Monetary"];
        Matrix points = CustomerFeatures.ScaledRfm();
        GaussianMixtureModel model = GaussianMixture.Fit(points, new GaussianMixtureOptions { Components = 3 });
        CollapsedComponent collapsed = Assert.Single(model.CollapsedComponents, component => component.Points == 1493);
        Assert.Equal([1], collapsed.Columns);
        Assert.Equal(1, collapsed.DistinctValues);
        Assert.Equal(CollapseCause.TiedColumn, collapsed.Cause);
        Assert.Contains("Column \"Frequency\" has the same value in its 1,493 points", collapsed.Describe(names), StringComparison.Ordinal);
        Assert.Contains("Leave out column \"Frequency\", or raise the regularisation to 0.09", collapsed.Remedy(names), StringComparison.Ordinal);
        Assert.Equal(10, model.NarrowStarts);
        Assert.Null(GaussianMixtureSweep.Run(points, new GaussianMixtureSweepOptions { MinComponents = 3, MaxComponents = 3 }).BestByBic);

        // Both ways out that the remedy names.
        var raised = new GaussianMixtureOptions { Components = 3, Regularisation = collapsed.SuggestedRegularisation };
        Assert.Empty(GaussianMixture.Fit(points, raised).CollapsedComponents);
        Assert.Empty(GaussianMixture.Fit(points.SelectColumns([0, 2]), new GaussianMixtureOptions { Components = 3 }).CollapsedComponents);
    }

    [Fact]
    public void A_constant_column_and_columns_that_repeat_each_other_are_named()
    {
        Matrix cloud = PointClouds.Groups(1, 2, 50, 60);
        Matrix constant = Matrix.FromColumns(cloud.Column(0), Enumerable.Repeat(3.0, 110).ToArray(), cloud.Column(1));
        CollapsedComponent tied = GaussianMixture.Fit(constant, new GaussianMixtureOptions { Components = 2 }).CollapsedComponents[0];
        Assert.Equal([1], tied.Columns);
        Assert.Contains("Column 2 has the same value", tied.Describe(), StringComparison.Ordinal);
        Assert.Equal("Leave out column 2.", tied.Remedy());

        Matrix repeated = Matrix.FromColumns(cloud.Column(0), cloud.Column(1), [.. cloud.Column(1).Select(value => (2 * value) + 1)]);
        CollapsedComponent dependent = GaussianMixture.Fit(repeated, new GaussianMixtureOptions { Components = 2 }).CollapsedComponents[0];
        Assert.Equal(CollapseCause.DependentColumns, dependent.Cause);
        Assert.Equal([1, 2], dependent.Columns.Order());
        Assert.Contains("depend on each other", dependent.Describe(), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_regularisation_a_singular_covariance_is_refused_in_words()
    {
        Matrix line = Matrix.FromColumns([1, 2, 3, 4, 5, 6], [2, 4, 6, 8, 10, 12]);
        var options = new GaussianMixtureOptions { Components = 2, Regularisation = 0 };
        Assert.Contains("Raise the regularisation", Assert.Throws<ArgumentException>(() => GaussianMixture.Fit(line, options)).Message, StringComparison.Ordinal);
        GaussianMixtureSweepResult sweep = GaussianMixtureSweep.Run(line, new GaussianMixtureSweepOptions { MaxComponents = 9, Mixture = options });
        Assert.Empty(sweep.Entries);
        Assert.Equal(Enumerable.Range(2, 8), sweep.Skipped.Select(skipped => skipped.K));
        Assert.Contains("at least 9", sweep.Skipped[^1].Reason, StringComparison.Ordinal);
        Assert.Null(sweep.BestByBic);
        Assert.NotNull(GaussianMixture.Fit(line, options with { Regularisation = 1e-6 }));
    }

    [Fact]
    public void Too_few_points_and_bad_options_are_refused()
    {
        Matrix points = Matrix.FromColumns([[1, 1, 2, 2, 2]]);
        TooFewPointsException error = Assert.Throws<TooFewPointsException>(() => GaussianMixture.Fit(points, new GaussianMixtureOptions { Components = 3 }));
        Assert.Equal((3, 2), (error.ClusterCount, error.DistinctPoints));
        Assert.Throws<ArgumentException>(() => GaussianMixture.Fit(new Matrix(4, 0), new GaussianMixtureOptions()));
        var good = new GaussianMixtureOptions();
        good.Validate();
        Assert.Throws<ArgumentOutOfRangeException>(() => (good with { Components = 0 }).Validate());
        Assert.Throws<ArgumentOutOfRangeException>(() => (good with { Starts = 0 }).Validate());
        Assert.Throws<ArgumentOutOfRangeException>(() => (good with { MaxIterations = 0 }).Validate());
        Assert.Throws<ArgumentOutOfRangeException>(() => (good with { Tolerance = double.NaN }).Validate());
        Assert.Throws<ArgumentOutOfRangeException>(() => (good with { Regularisation = -1 }).Validate());
        Assert.Throws<ArgumentOutOfRangeException>(() => (good with { Covariance = (CovarianceKind)7 }).Validate());
        Assert.Throws<ArgumentOutOfRangeException>(() => (good with { DegreeOfParallelism = 0 }).Validate());
        Assert.Throws<ArgumentOutOfRangeException>(() => new GaussianMixtureSweepOptions { MinComponents = 0 }.Validate());
        Assert.Throws<ArgumentOutOfRangeException>(() => new GaussianMixtureSweepOptions { MinComponents = 3, MaxComponents = 2 }.Validate());
    }

    [Fact]
    public void A_sweep_gives_the_same_as_each_number_alone()
    {
        Matrix points = PointClouds.Uniform(9, 300, 2);
        GaussianMixtureSweepResult sweep = GaussianMixtureSweep.Run(points, new GaussianMixtureSweepOptions { MaxComponents = 4 });
        foreach (GaussianMixtureSweepEntry entry in sweep.Entries)
        {
            GaussianMixtureModel alone = GaussianMixture.Fit(points, new GaussianMixtureOptions { Components = entry.Components });
            Assert.Equal(alone.LogLikelihood, entry.Model.LogLikelihood);
            Assert.Equal(alone.Labels, entry.Model.Labels);
        }
    }

    [Fact]
    public void Many_points_start_on_a_sample_and_do_not_depend_on_the_threads()
    {
        Matrix points = PointClouds.Groups(11, 2, 30_000, 20_500);
        var options = new GaussianMixtureOptions { Components = 2, Starts = 1 };
        GaussianMixtureModel one = GaussianMixture.Fit(points, options with { DegreeOfParallelism = 1 });
        GaussianMixtureModel two = GaussianMixture.Fit(points, options with { DegreeOfParallelism = 2 });
        Assert.Equal(one.Means.Values, two.Means.Values);
        Assert.Equal(one.Labels, two.Labels);
        Assert.Equal(one.LogLikelihood, two.LogLikelihood);
        Assert.Equal([30_000, 20_500], one.Sizes);
        Assert.Equal(one.Labels, one.Predict(points));
    }

    [Fact]
    public void Progress_ends_at_one()
    {
        var reports = new List<WorkProgress>();
        GaussianMixture.Fit(PointClouds.Uniform(1, 100, 2), new GaussianMixtureOptions { Components = 3, Starts = 4 }, new Recorder(reports));
        Assert.Equal(1, reports[^1].Fraction);
        Assert.Equal(reports.Select(report => report.Fraction).Order(), reports.Select(report => report.Fraction));
    }

    private static double AfterRounds(Matrix points, MixtureShape shape, int rounds)
    {
        var blocks = new PointBlocks(new ColumnarPoints(points), groups: null, degreeOfParallelism: 1);
        var groups = new KMeansState(blocks, shape.Components, points.SelectRows([0, 1, 70, 130]).Values);
        groups.Assign(CancellationToken.None);
        MixtureParameters beginning = MixtureBeginning.OfGroups(shape, groups, new double[shape.Dimensions], regularisation: 0)!;
        var options = new GaussianMixtureOptions { MaxIterations = rounds, Tolerance = 0, Regularisation = 0 };
        return new MixtureDescent(new MixtureCollapse(points)).Run(blocks, beginning, options, tolerance: 0, CancellationToken.None)!.LogLikelihood;
    }

    /// <summary>The normal density by Gaussian elimination, independent of the code under test.</summary>
    private static double Density(double[] point, GaussianMixtureModel model, int component)
    {
        int dimensions = point.Length;
        double[] rest = [.. point.Select((value, i) => value - model.Means[component, i])];
        Matrix matrix = model.Covariance(component);
        double[] solution = [.. rest];
        double determinant = 1;
        for (int pivot = 0; pivot < dimensions; pivot++)
        {
            determinant *= matrix[pivot, pivot];
            for (int i = 0; i < dimensions; i++)
            {
                if (i != pivot)
                {
                    double factor = matrix[i, pivot] / matrix[pivot, pivot];
                    for (int j = pivot; j < dimensions; j++)
                    {
                        matrix[i, j] -= factor * matrix[pivot, j];
                    }

                    solution[i] -= factor * solution[pivot];
                }
            }
        }

        double square = 0;
        for (int i = 0; i < dimensions; i++)
        {
            square += rest[i] * solution[i] / matrix[i, i];
        }

        return Math.Exp(-square / 2) / Math.Sqrt(Math.Pow(2 * Math.PI, dimensions) * determinant);
    }

    private static void AssertClose(double[] expected, double[] actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], actual[i], tolerance);
        }
    }

    private sealed class Recorder(List<WorkProgress> reports) : IProgress<WorkProgress>
    {
        public void Report(WorkProgress value) => reports.Add(value);
    }
}
