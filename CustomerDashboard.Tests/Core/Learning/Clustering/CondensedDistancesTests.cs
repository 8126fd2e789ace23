using CustomerDashboard.Core.Learning.Clustering;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Tests.Core.Learning.Clustering;

public class CondensedDistancesTests
{
    [Fact]
    public void Pairs_stand_row_after_row()
    {
        CondensedDistances distances = CondensedDistances.Euclidean(Matrix.FromColumns([0, 3, 0, 3], [0, 0, 4, 4]));
        Assert.Equal([3, 4, 5, 5, 4, 3], distances.Values);
        Assert.Equal(5, distances[3, 0]);
        Assert.Equal(5, distances[1, 2]);
        Assert.Equal(0, distances[2, 2]);
        Assert.Equal([5, 4], distances.RowAfter(1).ToArray());
        Assert.Empty(distances.RowAfter(3).ToArray());
    }

    [Fact]
    public void Every_pair_of_many_points_is_right_on_any_number_of_threads()
    {
        Matrix points = PointClouds.Uniform(1, 101, 3);
        CondensedDistances one = CondensedDistances.Euclidean(points, degreeOfParallelism: 1);
        Assert.Equal(one.Values, CondensedDistances.Euclidean(points, degreeOfParallelism: 2).Values);
        for (int first = 0; first < 101; first++)
        {
            for (int second = 0; second < 101; second++)
            {
                Assert.Equal((float)Distances.Euclidean(points.Row(first), points.Row(second)), one[first, second], 1e-6f);
            }
        }
    }

    [Fact]
    public void Sizes_that_do_not_fit_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new CondensedDistances(4, new float[5]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CondensedDistances(-1));
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(() => new CondensedDistances(CondensedDistances.MaximumCount + 1));
        Assert.Contains("sample", error.Message, StringComparison.Ordinal);
        Assert.Equal(799_960_000, CondensedDistances.Bytes(20_000));
        Assert.Empty(new CondensedDistances(0).Values);
        Assert.Empty(new CondensedDistances(1).Values);
    }
}
