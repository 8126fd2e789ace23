using CustomerDashboard.Core.Learning.Classification;
using CustomerDashboard.Core.Learning.ModelSelection;
using CustomerDashboard.Core.Learning.Neighbours;
using CustomerDashboard.Core.Learning.Preprocessing;
using CustomerDashboard.Core.Learning.Regression;
using CustomerDashboard.Core.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerDashboard.Tests.Core.Learning.ModelSelection;

public class LearningPipelineTests
{
    private static readonly LearningPipeline Full = new()
    {
        Steps = [new Imputer(new ImputerOptions { AddIndicators = true }), new LogStep([0]), new ScalingStep()],
        Resampler = new Smote(new SmoteOptions { Neighbours = 3 }),
    };

    [Fact]
    public void Changing_test_rows_never_changes_what_was_fitted() =>
        Prop.ForAll(Gen.Choose(1, 100_000).ToArbitrary(), seed =>
        {
            (Matrix points, bool[] labels) = WithGaps(seed);
            TrainTestSplit split = StratifiedKFold.Split(labels, 4, seed)[seed % 4];
            var changed = new Matrix(points.Rows, points.Columns, [.. points.Values]);
            bool[] otherLabels = [.. labels];
            foreach (int row in split.Test)
            {
                changed.Row(row).Fill(1e6 + row);
                otherLabels[row] = !labels[row];
            }

            // The probes are judged by the model of the fold; a leak would move its scaling, fills or made rows.
            Matrix probes = points.SelectRows(split.Train);
            var listener = new Recorder(Full.Classifier(new LogisticRegression(new LogisticRegressionOptions())), probes);
            CrossValidation.Run(listener, points, labels, [split]);
            double[] before = listener.Seen!;
            CrossValidation.Run(listener, changed, otherLabels, [split]);
            return before.AsSpan().SequenceEqual(listener.Seen);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Steps_are_fitted_one_behind_the_other_on_the_training_rows_only()
    {
        (Matrix points, bool[] labels) = WithGaps(5);
        PipelineClassifierModel model = Full.Classifier(new LogisticRegression(new LogisticRegressionOptions()))
            .Fit(points, labels, null, TestContext.Current.CancellationToken);
        Matrix filled = Imputer.Fit(points, new ImputerOptions { AddIndicators = true }).Transform(points);
        Matrix logged = LogTransform.Transform(filled, [0]);
        Assert.Equal(StandardScaler.Fit(logged).Transform(logged).Values, model.Preprocessing.Transform(points).Values);
        Assert.Equal(["a", "b", "b is missing"], model.Preprocessing.OutputNames(["a", "b"]));
        Assert.Equal(2, model.FeatureCount);
        Assert.Equal(3, model.Model.FeatureCount);
    }

    [Fact]
    public void Missing_values_are_taken_where_a_step_fills_them_and_refused_where_none_does()
    {
        (Matrix points, bool[] labels) = WithGaps(7);
        IClassifier bare = new LearningPipeline { Steps = [new ScalingStep()] }.Classifier(new LogisticRegression(new LogisticRegressionOptions()));
        Assert.Throws<ArgumentException>(() => bare.Fit(points, labels));
        double[] probabilities = Full.Classifier(new LogisticRegression(new LogisticRegressionOptions())).Fit(points, labels).PredictProbability(points);
        Assert.All(probabilities, p => Assert.InRange(p, 0, 1));
        double[] forecasts = Full.Regressor(new LinearRegression(new LinearRegressionOptions()))
            .Fit(points, [.. labels.Select(l => l ? 1.0 : 0)]).Predict(points);
        Assert.All(forecasts, f => Assert.True(double.IsFinite(f)));
    }

    [Fact]
    public void Class_weights_reach_the_models_that_can_weigh_and_are_refused_by_the_others()
    {
        (Matrix points, bool[] labels) = WithGaps(3);
        var pipeline = new LearningPipeline { Steps = [new Imputer(new ImputerOptions())], ClassWeights = ClassWeights.Balanced };
        var own = new LearningPipeline { Steps = pipeline.Steps };
        double[] outside = pipeline.Classifier(new LogisticRegression(new LogisticRegressionOptions())).Fit(points, labels).PredictProbability(points);
        double[] inside = own.Classifier(new LogisticRegression(new LogisticRegressionOptions { ClassWeights = ClassWeights.Balanced }))
            .Fit(points, labels).PredictProbability(points);
        Assert.Equal(inside, outside);
        var options = new SupportVectorOptions();
        Assert.Equal(
            own.Classifier(new SupportVectorClassifier(options with { ClassWeights = ClassWeights.Balanced })).Fit(points, labels).PredictProbability(points),
            pipeline.Classifier(new SupportVectorClassifier(options)).Fit(points, labels).PredictProbability(points));
        var fault = Assert.Throws<ArgumentException>(() => pipeline.Classifier(new KNearestNeighboursClassifier(new KNearestNeighboursOptions())));
        Assert.Contains("\"Nearest neighbours\" cannot weigh classes", fault.Message, StringComparison.Ordinal);
    }

    private static (Matrix Points, bool[] Labels) WithGaps(int seed)
    {
        var random = new RandomSource(seed);
        var points = new Matrix(60, 2);
        var labels = new bool[60];
        for (int row = 0; row < 60; row++)
        {
            labels[row] = row % 4 == 0;
            points[row, 0] = Math.Abs(random.NextGaussian()) * (labels[row] ? 3 : 1);
            points[row, 1] = random.NextInt(5) == 0 ? double.NaN : random.NextGaussian();
        }

        return (points, labels);
    }

    /// <summary>Keeps what the fitted model of a fold says of fixed rows.</summary>
    private sealed class Recorder(IClassifier inner, Matrix probes) : IClassifier
    {
        public string Name => inner.Name;

        public double[]? Seen { get; private set; }

        public IClassifierModel Fit(
            Matrix points, ReadOnlySpan<bool> labels, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
        {
            IClassifierModel model = inner.Fit(points, labels, progress, cancellationToken);
            Seen = model.PredictProbability(probes);
            return model;
        }
    }
}
