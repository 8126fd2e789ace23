using CustomerDashboard.Core.Learning.Classification;
using CustomerDashboard.Core.Learning.ModelSelection;
using CustomerDashboard.Core.Learning.Neighbours;
using CustomerDashboard.Core.Learning.Preprocessing;
using CustomerDashboard.Core.Learning.Trees;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Tests.Core.Learning.Classification;

/// <summary>What every classifier of several classes owes, whatever its kind.</summary>
public class MulticlassContractTests
{
    private const int Classes = 4;

    public static TheoryData<string> Names => [.. Classifiers.Keys];

    private static Dictionary<string, IMulticlassClassifier> Classifiers { get; } = new()
    {
        ["logistic regression"] = new MultinomialLogisticRegression(new MultinomialLogisticRegressionOptions()),
        ["nearest neighbours"] = new KNearestNeighboursClassifier(new KNearestNeighboursOptions { Neighbours = 9 }),
        ["one against the rest"] = new OneVersusRest(new LogisticRegression(new LogisticRegressionOptions())),
        ["support vectors"] = new OneVersusRest(new SupportVectorClassifier(new SupportVectorOptions())),
        ["boosted trees"] = new GradientBoostedTreesClassifier(new GradientBoostedTreesOptions { TreeCount = 40, LearningRate = 0.2 }),
        ["behind a pipeline"] = new LearningPipeline
        {
            Steps = [new ScalingStep()],
            Resampler = new RandomOversampler(new ResamplingOptions()),
        }.Multiclass(new MultinomialLogisticRegression(new MultinomialLogisticRegressionOptions())),
    };

    /// <summary>Boosting goes from small odds of every class by small steps, and takes missing values.</summary>
    private static bool Shrinks(string name) => name.StartsWith("boosted", StringComparison.Ordinal);

    [Theory, MemberData(nameof(Names))]
    public void Rows_of_probabilities_sum_to_one_and_beat_guessing(string name)
    {
        (Matrix points, int[] labels) = Clouds(200);
        IMulticlassClassifierModel model =
            Classifiers[name].Fit(points, labels, Classes, cancellationToken: TestContext.Current.CancellationToken);
        Matrix shares = model.PredictProbabilities(points);
        Assert.Equal((200, Classes), (shares.Rows, shares.Columns));
        Assert.Equal((Classes, 2), (model.ClassCount, model.FeatureCount));
        Assert.All(shares.Values, p => Assert.InRange(p, 0, 1));
        int right = 0;
        for (int row = 0; row < 200; row++)
        {
            double[] own = shares.Row(row).ToArray();
            Assert.Equal(1, own.Sum(), 1e-12);
            right += Array.IndexOf(own, own.Max()) == labels[row] ? 1 : 0;
        }

        Assert.True(right > 140, $"{right} of 200");
    }

    [Theory, MemberData(nameof(Names))]
    public void The_same_data_give_the_same_model_and_a_row_is_judged_alone(string name)
    {
        (Matrix points, int[] labels) = Clouds(90);
        IMulticlassClassifierModel model = Classifiers[name].Fit(points, labels, Classes, cancellationToken: TestContext.Current.CancellationToken);
        Matrix together = model.PredictProbabilities(points);
        Matrix again = Classifiers[name].Fit(points, labels, Classes, cancellationToken: TestContext.Current.CancellationToken).PredictProbabilities(points);
        Assert.Equal(together.Values, again.Values);
        Assert.Equal(together.Row(7).ToArray(), model.PredictProbabilities(points.SelectRows([7])).Values);
    }

    [Theory, MemberData(nameof(Names))]
    public void A_class_without_rows_is_never_foretold(string name)
    {
        (Matrix points, int[] labels) = Clouds(120);
        IMulticlassClassifierModel model =
            Classifiers[name].Fit(points, labels, Classes + 1, cancellationToken: TestContext.Current.CancellationToken);
        double most = Shrinks(name) ? 0.01 : 0;
        Assert.All(model.PredictProbabilities(points).Column(Classes), p => Assert.InRange(p, 0, most));
    }

    [Theory, MemberData(nameof(Names))]
    public void What_cannot_be_learned_is_refused_in_words(string name)
    {
        (Matrix points, int[] labels) = Clouds(40);
        IMulticlassClassifier classifier = Classifiers[name];
        var alike = Assert.Throws<ArgumentException>(() => classifier.Fit(points, new int[40], Classes));
        Assert.Contains("All 40 rows are of class 0", alike.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => classifier.Fit(points, labels.AsSpan()[..39], Classes));
        Assert.Throws<ArgumentException>(() => classifier.Fit(points, labels, 2));
        IMulticlassClassifierModel model = classifier.Fit(points, labels, Classes, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Throws<ArgumentException>(() => model.PredictProbabilities(new Matrix(1, 3)));
        points[4, 1] = Shrinks(name) ? double.PositiveInfinity : double.NaN;
        var missing = Assert.Throws<ArgumentException>(() => classifier.Fit(points, labels, Classes));
        Assert.Contains("row 5", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_classes_give_the_logistic_regression_of_half_the_penalty()
    {
        (Matrix points, int[] labels) = Clouds(150);
        bool[] answers = [.. labels.Select(label => label < 2)];
        int[] two = [.. answers.Select(answer => answer ? 1 : 0)];
        MultinomialLogisticRegressionModel several = MultinomialLogisticRegression.Fit(
            points, two, 2, new MultinomialLogisticRegressionOptions { C = 0.5, Tolerance = 1e-10 });
        LogisticRegressionModel one = LogisticRegression.Fit(points, answers, new LogisticRegressionOptions { C = 1 });
        Assert.True(several.Converged);
        Assert.Equal(one.Coefficients[0], several.Coefficients[1, 0] - several.Coefficients[0, 0], 1e-6);
        Assert.Equal(one.Intercept, several.Intercepts[1] - several.Intercepts[0], 1e-6);
    }

    private static (Matrix Points, int[] Labels) Clouds(int rows)
    {
        var random = new RandomSource(12);
        var points = new Matrix(rows, 2);
        var labels = new int[rows];
        for (int row = 0; row < rows; row++)
        {
            labels[row] = row % Classes;
            points[row, 0] = random.NextGaussian() + (labels[row] % 2 * 3);
            points[row, 1] = random.NextGaussian() + (labels[row] / 2 * 3);
        }

        return (points, labels);
    }
}
