using CustomerDashboard.Core.Cleaning;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerDashboard.Tests.Core.Cleaning;

public class OrderStatisticsTests
{
    [Fact]
    public void Ranks_are_those_of_the_sorted_values() =>
        Prop.ForAll(
            Gen.Choose(-1000, 1000).Select(value => value / 8.0).NonEmptyListOf().ToArbitrary(),
            values =>
            {
                double[] sorted = [.. values.Order()];
                double[] shuffled = [.. values];
                for (int rank = 0; rank < sorted.Length; rank++)
                {
                    Assert.Equal(sorted[rank], OrderStatistics.Select(shuffled, rank)[0]);
                }
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void Quantiles_are_interpolated_as_numpy_does()
    {
        (double lower, double upper) = OrderStatistics.Quantiles([7, 1, 3, 2], 0.25, 0.9);

        Assert.Equal(1.75, lower, 1e-12);
        Assert.Equal(5.8, upper, 1e-12);
        Assert.Equal((4.0, 4.0), OrderStatistics.Quantiles([4], 0.01, 1));
    }
}
