using CustomerDashboard.Core.Learning.ModelSelection;
using CustomerDashboard.Core.Learning.Neighbours;
using CustomerDashboard.Core.Learning.Preprocessing;
using CustomerDashboard.Core.Learning.Regression;
using CustomerDashboard.Core.Learning.Trees;
using CustomerDashboard.Core.Numerics;
using CustomerDashboard.Core.Prediction;

namespace CustomerDashboard.Tests.Core.Learning.Regression;

/// <summary>What every regressor owes, whatever its kind.</summary>
public class RegressorContractTests
{
    public static TheoryData<string> Names => [.. Regressors.Keys];

    /// <summary>Those that fit the mean by construction; the others owe it nothing exactly.</summary>
    public static TheoryData<string> NamesTrueToTheMean => [.. Regressors.Keys.Where(name => !Untrue.Contains(name))];

    private static HashSet<string> Untrue { get; } = ["nearest neighbours", "near neighbours by distance, scaled"];

    private static Dictionary<string, IRegressor> Regressors { get; } = new()
    {
        ["least squares"] = new LinearRegression(new LinearRegressionOptions()),
        ["ridge"] = new LinearRegression(new LinearRegressionOptions { Ridge = 2 }),
        ["lasso"] = new LinearRegression(new LinearRegressionOptions { Lasso = 3 }),
        ["elastic net"] = new LinearRegression(new LinearRegressionOptions { Lasso = 1, Ridge = 1 }),
        ["nearest neighbours"] = new KNearestNeighboursRegressor(new KNearestNeighboursOptions { Neighbours = 4 }),
        ["near neighbours by distance, scaled"] = new LearningPipeline { Steps = [new LogStep(), new ScalingStep()] }.Regressor(
            new KNearestNeighboursRegressor(new KNearestNeighboursOptions { Neighbours = 5, Weighting = NeighbourWeighting.Distance })),
        ["scaled, never negative"] = new ScaledRegressor(),
        ["unlimited tree"] = new DecisionTreeRegressor(new DecisionTreeOptions()),
        ["shallow tree"] = new DecisionTreeRegressor(new DecisionTreeOptions { MaxDepth = 3, MinSamplesLeaf = 4 }),
        ["pruned tree"] = new DecisionTreeRegressor(new DecisionTreeOptions { PruningStrength = 0.5 }),
        ["random forest"] = new RandomForestRegressor(new RandomForestOptions { TreeCount = 20 }),
        ["boosted trees"] = new GradientBoostedTreesRegressor(new GradientBoostedTreesOptions { TreeCount = 60, LearningRate = 0.2 }),
        ["boosted trees by Tweedie's loss"] = new GradientBoostedTreesRegressor(
            new GradientBoostedTreesOptions { TreeCount = 60, LearningRate = 0.2, Loss = BoostingLoss.Tweedie }),
    };

    /// <summary>Means over samples, and steps that are shrunken, come near the mean but do not meet it.</summary>
    private static double ToleranceOfTheMean(string name) =>
        name.StartsWith("random", StringComparison.Ordinal) || name.StartsWith("boosted", StringComparison.Ordinal) ? 0.5 : 1e-8;

    [Theory, MemberData(nameof(Names))]
    public void The_same_data_give_the_same_model_and_stay_untouched(string name)
    {
        (Matrix points, double[] targets) = Noisy(120);
        double[] before = [.. points.Values];
        double[] first = Regressors[name].Fit(points, targets, cancellationToken: TestContext.Current.CancellationToken).Predict(points);
        double[] second = Regressors[name].Fit(points, targets, cancellationToken: TestContext.Current.CancellationToken).Predict(points);
        Assert.Equal(first, second);
        Assert.Equal(before, points.Values);
        Assert.All(first, p => Assert.True(double.IsFinite(p)));
    }

    [Theory, MemberData(nameof(NamesTrueToTheMean))]
    public void The_mean_forecast_on_the_training_rows_is_the_mean_target(string name)
    {
        (Matrix points, double[] targets) = Noisy(120);
        double[] forecast = Regressors[name].Fit(points, targets, cancellationToken: TestContext.Current.CancellationToken).Predict(points);
        Assert.Equal(targets.Average(), forecast.Average(), ToleranceOfTheMean(name));
    }

    [Theory, MemberData(nameof(Names))]
    public void A_constant_target_is_foretold_exactly(string name)
    {
        (Matrix points, _) = Noisy(30);
        double[] targets = [.. Enumerable.Repeat(4.25, 30)];
        double[] forecast = Regressors[name].Fit(points, targets, cancellationToken: TestContext.Current.CancellationToken).Predict(points);
        Assert.All(forecast, p => Assert.Equal(4.25, p, 1e-12));
    }

    [Theory, MemberData(nameof(Names))]
    public void What_cannot_be_learned_is_refused_in_words(string name)
    {
        (Matrix points, double[] targets) = Noisy(20);
        Assert.Throws<ArgumentException>(() => Regressors[name].Fit(points, targets.AsSpan()[..19]));
        Assert.Throws<ArgumentException>(() => Regressors[name].Fit(new Matrix(0, 2), []));
        IRegressorModel model = Regressors[name].Fit(points, targets, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Throws<ArgumentException>(() => model.Predict(new Matrix(1, 5)));
        targets[3] = double.NaN;
        Assert.Throws<ArgumentException>(() => Regressors[name].Fit(points, targets));
        targets[3] = 0;
        points[4, 1] = double.PositiveInfinity;
        var fault = Assert.Throws<ArgumentException>(() => Regressors[name].Fit(points, targets));
        Assert.Contains("row 5", fault.Message, StringComparison.Ordinal);
    }

    private static (Matrix Points, double[] Targets) Noisy(int rows)
    {
        var random = new RandomSource(8);
        var points = new Matrix(rows, 2);
        var targets = new double[rows];
        for (int row = 0; row < rows; row++)
        {
            points[row, 0] = random.NextDouble() * 10;
            points[row, 1] = random.NextInt(5);
            targets[row] = 50 + (3 * points[row, 0]) + random.NextGaussian();
        }

        return (points, targets);
    }
}
