using CustomerDashboard.Core.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerDashboard.Tests.Core.Numerics;

public class HypergeometricTests
{
    [Fact]
    public void The_tail_is_the_sum_of_its_terms()
    {
        Prop.ForAll(Gen.Choose(0, 40).Four().ToArbitrary(), draw =>
        {
            var (population, a, b, found) = draw;
            int marked = Math.Min(a, population), drawn = Math.Min(b, population);
            double expected = 0;
            for (int x = found; x <= Math.Min(marked, drawn); x++)
            {
                expected += Choose(marked, x) * Choose(population - marked, drawn - x) / Choose(population, drawn);
            }

            Assert.Equal(expected, new Hypergeometric(population).UpperTail(marked, drawn, found), 1e-12);
        }).QuickCheckThrowOnFailure();
    }

    /// <summary>The lady tasting tea: all four cups right of eight, 1 in 70; three or more right, 17 in 70.</summary>
    [Fact]
    public void Fishers_own_example()
    {
        var cups = new Hypergeometric(8);
        Assert.Equal(1 / 70.0, cups.UpperTail(4, 4, 4), 1e-14);
        Assert.Equal(17 / 70.0, cups.UpperTail(4, 4, 3), 1e-14);
    }

    [Fact]
    public void Tails_far_out_keep_their_digits()
    {
        // All of 20 drawn marked, of 20 marked in 40,000: one over the number of ways to draw.
        double ways = 1;
        for (int i = 0; i < 20; i++)
        {
            ways *= (40_000.0 - i) / (i + 1);
        }

        Assert.Equal(1, new Hypergeometric(40_000).UpperTail(20, 20, 20) * ways, 1e-8);
    }

    [Fact]
    public void Benjamini_and_Hochbergs_own_example_keeps_four()
    {
        // The fifteen p-values of the paper, section 4: at q = .05 the first four are kept.
        double[] p = [.0001, .0004, .0019, .0095, .0201, .0278, .0298, .0344, .0459, .3240, .4262, .5719, .6528, .7590, 1];
        double[] adjusted = FalseDiscovery.Adjust(p);
        Assert.Equal(4, adjusted.Count(value => value <= .05));
        Assert.Equal(.0095 * 15 / 4, adjusted[3], 1e-15);
        Assert.True(FalseDiscovery.Adjust(p, 30)[3] > .05);
        Assert.Throws<ArgumentOutOfRangeException>(() => FalseDiscovery.Adjust(p, 3));
    }

    private static double Choose(int n, int k)
    {
        double ways = k < 0 || k > n ? 0 : 1;
        for (int i = 0; i < k && ways > 0; i++)
        {
            ways *= (n - i) / (i + 1.0);
        }

        return ways;
    }
}
