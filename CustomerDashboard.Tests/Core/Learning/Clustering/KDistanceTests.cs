using CustomerDashboard.Core.Learning.Clustering;
using CustomerDashboard.Core.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerDashboard.Tests.Core.Learning.Clustering;

public class KDistanceTests
{
    [Fact]
    public void Hand_worked_line()
    {
        Matrix points = Matrix.FromColumns([[9, 0, 1, 3]]);
        Assert.Equal([1, 1, 2, 6], KDistance.Curve(points, 1).Distances);
        Assert.Equal([2, 3, 3, 8], KDistance.Curve(points, 2).Distances);
    }

    [Fact]
    public void Equals_sorting_all_distances() =>
        Prop.ForAll(Gen.Choose(0, 100_000).ToArbitrary(), seed =>
        {
            var random = new RandomSource(seed);
            int rows = 2 + random.NextInt(120);
            Matrix points = seed % 2 == 0 ? new Matrix(rows, 2) : PointClouds.Uniform(seed, rows, 1 + random.NextInt(12));
            for (int i = 0; seed % 2 == 0 && i < points.Values.Length; i++)
            {
                points.Values[i] = random.NextInt(5);
            }

            int k = 1 + random.NextInt(rows - 1);
            double[] expected = [.. Enumerable.Range(0, rows).Select(row => Enumerable.Range(0, rows).Where(other => other != row)
                .Select(other => Distances.Euclidean(points.Row(row), points.Row(other))).Order().ElementAt(k - 1)).Order()];
            return KDistance.Curve(points, k).Distances.Zip(expected).All(pair => Math.Abs(pair.First - pair.Second) < 1e-12);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_knee_separates_groups_from_scattered_points()
    {
        Matrix groups = PointClouds.Groups(1, 2, 300, 300);
        Matrix scattered = PointClouds.Uniform(2, 30, 2);
        var points = new Matrix(630, 2, [.. groups.Values, .. scattered.Values.Select(value => (value * 120) - 60)]);
        KDistanceCurve curve = KDistance.Curve(points, 4);
        Assert.NotNull(curve.SuggestedEpsilon);
        Assert.Equal(curve.Distances[curve.KneeIndex!.Value], curve.SuggestedEpsilon);
        DbscanModel model = Dbscan.Fit(points, new DbscanOptions { Epsilon = curve.SuggestedEpsilon.Value, MinPoints = 5 });
        Assert.Equal(2, model.Sizes.Count(size => size > 250));
        Assert.InRange(model.NoiseCount, 20, 45);
        Assert.Contains("4 others", curve.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_curve_without_a_knee_says_so()
    {
        Matrix evenly = Matrix.FromColumns([[.. Enumerable.Range(0, 20).Select(i => (double)i)]]);
        Assert.Null(KDistance.Curve(evenly, 1).SuggestedEpsilon);
        Matrix onePlace = new(30, 2);
        Assert.Contains("same distance", KDistance.Curve(onePlace, 3).Reason, StringComparison.Ordinal);
        onePlace[0, 0] = 5;
        KDistanceCurve curve = KDistance.Curve(onePlace, 3);
        Assert.Null(curve.SuggestedEpsilon);
        Assert.Contains("exactly the same place", curve.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Too_few_points_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => KDistance.Curve(PointClouds.Uniform(1, 5, 2), 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => KDistance.Curve(PointClouds.Uniform(1, 5, 2), 0));
        Assert.Throws<ArgumentException>(() => KDistance.Curve(new Matrix(2, 1, [1, double.NaN]), 1));
    }
}
