using CustomerDashboard.Core.Learning.Classification;
using CustomerDashboard.Core.Learning.Explanation;
using CustomerDashboard.Core.Learning.ModelSelection;
using CustomerDashboard.Core.Learning.Neighbours;
using CustomerDashboard.Core.Learning.Preprocessing;
using CustomerDashboard.Core.Learning.Regression;
using CustomerDashboard.Core.Learning.Trees;
using CustomerDashboard.Core.Numerics;
using CustomerDashboard.Tests.Core.Learning.Trees;

namespace CustomerDashboard.Tests.Core.Learning.Explanation;

/// <summary>What every explanation owes, whatever the model: its parts add up to the forecast, and what plays no part is credited with nothing.</summary>
public class ModelExplainerTests
{
    private static readonly LearningPipeline Prepared = new()
    {
        Steps = [new Imputer(new ImputerOptions { AddIndicators = true }), new LogStep([0]), new ScalingStep(), new ColumnSelection([4, 2, 0, 1])],
    };

    private static readonly LogisticRegression Logistic = new(new LogisticRegressionOptions());

    private static readonly Dictionary<string, (IClassifier Classifier, ExplanationMethod Method)> Classifiers = new()
    {
        ["logistic"] = (Logistic, ExplanationMethod.Linear),
        ["linear machine"] = (new SupportVectorClassifier(new SupportVectorOptions { Kernel = SupportVectorKernel.Linear }), ExplanationMethod.Linear),
        ["tree"] = (new DecisionTreeClassifier(new DecisionTreeOptions { MaxDepth = 4 }), ExplanationMethod.Trees),
        ["forest"] = (new RandomForestClassifier(new RandomForestOptions { TreeCount = 9 }), ExplanationMethod.Trees),
        ["boosted"] = (new GradientBoostedTreesClassifier(new GradientBoostedTreesOptions { TreeCount = 20 }), ExplanationMethod.Trees),
        ["calibrated"] = (new CalibratedClassifier(Logistic, CalibrationMethod.Sigmoid, 3), ExplanationMethod.Linear),
        ["neighbours"] = (new KNearestNeighboursClassifier(new KNearestNeighboursOptions()), ExplanationMethod.Sampled),
        ["machine"] = (new SupportVectorClassifier(new SupportVectorOptions()), ExplanationMethod.Sampled),
        ["voting"] = (new VotingEnsemble([Logistic, new DecisionTreeClassifier(new DecisionTreeOptions { MaxDepth = 2 })]), ExplanationMethod.Sampled),
    };

    public static TheoryData<string> Names => [.. Classifiers.Keys];

    [Theory, MemberData(nameof(Names))]
    public void The_parts_lead_to_the_models_own_answer_also_behind_a_pipeline(string name)
    {
        (Matrix points, bool[] labels, _) = TreeSamples.Draw(200, 4, 11);
        (IClassifier classifier, ExplanationMethod method) = Classifiers[name];
        AssertLeadsThere(classifier.Fit(points, labels), points, method);
        points[3, 2] = points[7, 2] = double.NaN;
        AssertLeadsThere(Prepared.Classifier(classifier).Fit(points, labels), points, method);
    }

    [Fact]
    public void Regressions_are_explained_in_amounts()
    {
        (Matrix points, _, double[] amounts) = TreeSamples.Draw(200, 4, 12);
        for (int i = 0; i < amounts.Length; i++)
        {
            amounts[i] = Math.Abs(amounts[i]);
        }

        (IRegressor Regressor, ExplanationMethod Method)[] all =
        [
            (new LinearRegression(new LinearRegressionOptions()), ExplanationMethod.Linear),
            (new DecisionTreeRegressor(new DecisionTreeOptions { MaxDepth = 3 }), ExplanationMethod.Trees),
            (new RandomForestRegressor(new RandomForestOptions { TreeCount = 5 }), ExplanationMethod.Trees),
            (new GradientBoostedTreesRegressor(new GradientBoostedTreesOptions { TreeCount = 10, Loss = BoostingLoss.Tweedie }), ExplanationMethod.Trees),
            (new KNearestNeighboursRegressor(new KNearestNeighboursOptions()), ExplanationMethod.Sampled),
            (new LearningPipeline { Steps = [new ScalingStep()] }.Regressor(new LinearRegression(new LinearRegressionOptions())), ExplanationMethod.Linear),
        ];
        foreach ((IRegressor regressor, ExplanationMethod method) in all)
        {
            IRegressorModel model = regressor.Fit(points, amounts);
            ModelExplainer explainer = ModelExplainer.Of(model, points);
            Assert.Equal(method, explainer.Method);
            AssertAddUp(explainer, points.SelectRows([0, 5, 9]), model.Predict(points.SelectRows([0, 5, 9])));
        }
    }

    [Fact]
    public void Classes_are_explained_one_by_one()
    {
        (Matrix points, _, _) = TreeSamples.Draw(150, 3, 5);
        int[] labels = [.. Enumerable.Range(0, 150).Select(row => points[row, 1] > 0.5 ? 2 : points[row, 0] > 0 ? 1 : 0)];
        MultinomialLogisticRegressionModel model = MultinomialLogisticRegression.Fit(points, labels, 3, null);
        for (int kind = 0; kind < 3; kind++)
        {
            ModelExplainer explainer = ModelExplainer.Of(model, kind, points);
            AssertAddUp(explainer, points.SelectRows([1]), model.PredictProbabilities(points.SelectRows([1])).Column(kind));
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => ModelExplainer.Of(model, 3, points));
    }

    [Fact]
    public void Sampling_comes_to_the_exact_values_within_its_error_and_credits_a_bystander_with_nothing()
    {
        // A product of two features and a third that is not looked at; against one background row the value is known by hand.
        var background = new Matrix(40, 3);
        var random = new RandomSource(1);
        for (int i = 0; i < background.Values.Length; i++)
        {
            background.Values[i] = random.NextGaussian();
        }

        var point = new Matrix(1, 3, [2, 3, 9]);
        (ShapleyValues values, Matrix errors) = SampledShapley.Explain(
            rows => [.. Enumerable.Range(0, rows.Rows).Select(row => rows[row, 0] * rows[row, 1])], point, background);
        double first = 0;
        for (int i = 0; i < 40; i++)
        {
            (double a, double b) = (background[i, 0], background[i, 1]);
            first += (((2 * b) - (a * b)) + ((2 * 3) - (a * 3))) / 2 / 40;
        }

        // Both orders of two features are tried with every background row, so that the value is exact here.
        Assert.Equal(first, values.Values[0, 0], 10);
        Assert.Equal(0, values.Values[0, 2]);
        Assert.Equal(0, errors[0, 2]);
        Assert.True(errors[0, 0] > 0);
    }

    [Fact]
    public void Linear_and_sampled_explanations_of_one_model_agree()
    {
        (Matrix points, _, double[] amounts) = TreeSamples.Draw(100, 4, 12);
        IRegressorModel model = LinearRegression.Fit(points, amounts, null);
        ShapleyValues exact = ModelExplainer.Of(model, points).Explain(points.SelectRows([4])).Values;
        ShapleyValues sampled = SampledShapley.Explain(model.Predict, points.SelectRows([4]), points).Values;
        for (int feature = 0; feature < 4; feature++)
        {
            Assert.Equal(exact.Values[0, feature], sampled.Values[0, feature], 8);
        }
    }

    [Fact]
    public void Partial_dependence_of_a_sum_is_its_line_and_shows_where_the_rows_are()
    {
        var points = new Matrix(200, 2);
        for (int row = 0; row < 200; row++)
        {
            points[row, 0] = row;
            points[row, 1] = row % 4 == 0 ? 1 : 0;
        }

        double[] Sum(Matrix rows) => [.. Enumerable.Range(0, rows.Rows).Select(row => (2 * rows[row, 0]) + (10 * rows[row, 1]))];
        PartialDependenceCurve binary = PartialDependence.Of(Sum, points, 1);
        Assert.Equal([0, 1], binary.Grid);
        Assert.Equal(10, binary.Mean[1] - binary.Mean[0], 9);
        Assert.Equal([0.75, 0.25], binary.Shares.Select(share => Math.Round(share, 9)));
        PartialDependenceCurve line = PartialDependence.Of(Sum, points, 0, new PartialDependenceOptions { GridPoints = 5, Curves = 3 });
        Assert.Equal(5, line.Grid.Length);
        Assert.Equal(3, line.Curves.Length);
        Assert.Equal(1, line.Shares.Sum(), 9);
        for (int i = 1; i < 5; i++)
        {
            Assert.Equal(2 * (line.Grid[i] - line.Grid[0]), line.Mean[i] - line.Mean[0], 9);
            Assert.Equal(2 * (line.Grid[i] - line.Grid[0]), line.Curves[1][i] - line.Curves[1][0], 9);
        }
    }

    private static void AssertLeadsThere(IClassifierModel model, Matrix points, ExplanationMethod method)
    {
        ModelExplainer explainer = ModelExplainer.Of(model, points);
        Assert.Equal(method, explainer.Method);
        Matrix some = points.SelectRows([0, 3, 50]);
        AssertAddUp(explainer, some, model.PredictProbability(some));
    }

    private static void AssertAddUp(ModelExplainer explainer, Matrix rows, double[] answers)
    {
        (ShapleyValues values, Matrix? errors) = explainer.Explain(rows, TestContext.Current.CancellationToken);
        Assert.Equal(explainer.Method == ExplanationMethod.Sampled, errors is not null);
        for (int row = 0; row < rows.Rows; row++)
        {
            double sum = values.ExpectedValue;
            foreach (double part in values.Values.Row(row))
            {
                sum += part;
            }

            Assert.Equal(answers[row], explainer.ToAnswer(sum), 9);
        }
    }
}
