using CustomerDashboard.Core.Learning.Classification;
using CustomerDashboard.Core.Learning.Clustering;
using CustomerDashboard.Core.Learning.Explanation;
using CustomerDashboard.Core.Learning.Regression;
using CustomerDashboard.Core.Learning.Trees;
using CustomerDashboard.Core.Numerics;
using CustomerDashboard.Core.Prediction;
using CustomerDashboard.Tests.Core.Learning.Clustering;
using CustomerDashboard.Tests.Core.Learning.Trees;

namespace CustomerDashboard.Tests.Core.Learning.Explanation;

public class PermutationImportanceTests
{
    [Fact]
    public void Only_what_the_clusters_depend_on_is_important()
    {
        Matrix points = PointClouds.Uniform(1, 2000, 3);
        int[] Predict(Matrix matrix) => [.. Enumerable.Range(0, matrix.Rows).Select(row => matrix[row, 1] < 0.25 ? 1 : 0)];
        IReadOnlyList<FeatureImportance> importances = PermutationImportance.OfClusters(Predict, points);
        Assert.Equal([0, 1, 2], importances.Select(importance => importance.Feature));
        Assert.Equal((0, 0), (importances[0].Mean, importances[0].StandardDeviation));
        Assert.Equal(0, importances[2].Mean);

        // A point changes when its own value and the one it gets lie on different sides: 2 x 0.25 x 0.75.
        Assert.Equal(0.375, importances[1].Mean, 0.03);
        Assert.InRange(importances[1].StandardDeviation, 0.0001, 0.03);
    }

    [Fact]
    public void The_model_sees_one_column_shuffled_and_the_others_untouched()
    {
        Matrix points = PointClouds.Uniform(2, 50, 2);
        var seen = new List<Matrix>();
        int[] Predict(Matrix matrix)
        {
            seen.Add(matrix);
            return new int[matrix.Rows];
        }

        PermutationImportance.OfClusters(Predict, points, new PermutationImportanceOptions { Repeats = 2, DegreeOfParallelism = 1 });
        Assert.Equal(5, seen.Count);
        Assert.All(seen[1..3], matrix => Assert.Equal(points.Column(1), matrix.Column(1)));
        Assert.All(seen[3..], matrix => Assert.Equal(points.Column(0), matrix.Column(0)));
        Assert.Equal(points.Column(0).Order(), seen[1].Column(0).Order());
        Assert.NotEqual(points.Column(0), seen[1].Column(0));
        Assert.NotEqual(seen[2].Column(0), seen[1].Column(0));
    }

    [Fact]
    public void Threads_do_not_matter_and_one_repeat_has_no_deviation()
    {
        Matrix points = PointClouds.Uniform(3, 400, 3);
        KMeansModel model = KMeans.Fit(points, new KMeansOptions());
        IReadOnlyList<FeatureImportance> one = PermutationImportance.OfClusters(model.Predict, points, new PermutationImportanceOptions { DegreeOfParallelism = 1 });
        IReadOnlyList<FeatureImportance> two = PermutationImportance.OfClusters(model.Predict, points, new PermutationImportanceOptions { DegreeOfParallelism = 2 });
        Assert.Equal(one, two);
        Assert.All(one, importance => Assert.InRange(importance.Mean, 0.05, 0.9));
        Assert.All(PermutationImportance.OfClusters(model.Predict, points, new PermutationImportanceOptions { Repeats = 1 }), importance => Assert.Equal(0, importance.StandardDeviation));
    }

    [Fact]
    public void Unusable_input_is_refused()
    {
        Assert.Throws<ArgumentException>(() => PermutationImportance.OfClusters(matrix => [], new Matrix(0, 2)));
        Assert.Throws<ArgumentException>(() => PermutationImportance.OfClusters(matrix => new int[1], new Matrix(1, 1, [double.NaN])));
        Assert.Throws<ArgumentOutOfRangeException>(() => PermutationImportance.OfClusters(matrix => new int[1], new Matrix(1, 1), new PermutationImportanceOptions { Repeats = 0 }));
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => PermutationImportance.OfClusters(matrix => new int[1], new Matrix(1, 1), cancellationToken: source.Token));
    }

    [Fact]
    public void What_a_classifier_and_a_regressor_rest_on_is_found()
    {
        (Matrix points, bool[] labels, double[] amounts) = TreeSamples.Draw(800, 3, 3);
        var options = new GradientBoostedTreesOptions { TreeCount = 40, LearningRate = 0.2 };
        IReadOnlyList<FeatureImportance> auc = PermutationImportance.OfClassifier(
            GradientBoostedTreesClassifier.Fit(points, labels, options), points, labels, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(auc[0].Mean > 0.1 && auc[0].Mean > auc[1].Mean && auc[1].Mean > auc[2].Mean);
        IReadOnlyList<FeatureImportance> error = PermutationImportance.OfRegressor(
            GradientBoostedTreesRegressor.Fit(points, amounts, options), points, amounts, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(error[0].Mean > 0.2 && error[0].Mean > error[2].Mean);

        var nothing = new ConstantClassifier();
        Assert.All(
            PermutationImportance.OfClassifier(
                ((IClassifier)nothing).Fit(points, labels, cancellationToken: TestContext.Current.CancellationToken), points, labels, cancellationToken: TestContext.Current.CancellationToken),
            importance => Assert.Equal((0.0, 0.0), (importance.Mean, importance.StandardDeviation)));
        Assert.Throws<ArgumentException>(() => PermutationImportance.OfRegressor(
            GradientBoostedTreesRegressor.Fit(points, amounts, options), points, amounts.AsSpan(0, 5)));
    }
}
