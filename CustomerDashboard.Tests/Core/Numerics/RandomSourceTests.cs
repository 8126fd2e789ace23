using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Tests.Core.Numerics;

public class RandomSourceTests
{
    [Fact]
    public void Same_seed_gives_the_same_numbers()
    {
        var first = new RandomSource(42);
        var second = new RandomSource(42);
        for (int i = 0; i < 100; i++)
        {
            Assert.Equal(first.NextBits(), second.NextBits());
        }
    }

    [Fact]
    public void Different_seeds_and_streams_differ()
    {
        var seen = new HashSet<ulong>();
        for (int seed = -50; seed < 50; seed++)
        {
            var source = new RandomSource(seed);
            Assert.True(seen.Add(source.NextBits()));
            for (int stream = 0; stream < 50; stream++)
            {
                Assert.True(seen.Add(source.Split(stream).NextBits()));
                Assert.True(seen.Add(source.Split(stream).Split(stream).NextBits()));
            }
        }
    }

    [Fact]
    public void A_stream_does_not_depend_on_what_was_drawn_before()
    {
        var untouched = new RandomSource(7);
        var used = new RandomSource(7);
        used.NextGaussian();
        used.NextInt(10);
        Assert.Equal(untouched.Split(3).NextBits(), used.Split(3).NextBits());
    }

    [Fact]
    public void Doubles_are_uniform_in_the_unit_interval()
    {
        var source = new RandomSource(1);
        double sum = 0, squares = 0;
        const int Draws = 100_000;
        for (int i = 0; i < Draws; i++)
        {
            double value = source.NextDouble();
            Assert.InRange(value, 0, Math.BitDecrement(1.0));
            sum += value;
            squares += value * value;
        }

        Assert.Equal(0.5, sum / Draws, 0.005);
        Assert.Equal(1.0 / 3, squares / Draws, 0.005);
    }

    [Fact]
    public void Gaussians_have_mean_0_and_variance_1()
    {
        var source = new RandomSource(2);
        double sum = 0, squares = 0;
        const int Draws = 100_000;
        for (int i = 0; i < Draws; i++)
        {
            double value = source.NextGaussian();
            sum += value;
            squares += value * value;
        }

        Assert.Equal(0, sum / Draws, 0.02);
        Assert.Equal(1, squares / Draws, 0.03);
    }

    [Fact]
    public void Integers_are_in_range_and_equally_likely()
    {
        var source = new RandomSource(3);
        int[] counts = new int[7];
        for (int i = 0; i < 70_000; i++)
        {
            counts[source.NextInt(7)]++;
        }

        Assert.All(counts, count => Assert.InRange(count, 9_500, 10_500));
        Assert.Equal(0, source.NextInt(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => source.NextInt(0));
    }

    [Fact]
    public void Shuffle_keeps_the_items()
    {
        int[] items = [.. Enumerable.Range(0, 1000)];
        new RandomSource(4).Shuffle<int>(items);
        Assert.NotEqual(Enumerable.Range(0, 1000), items);
        Assert.Equal(Enumerable.Range(0, 1000), items.Order());
    }

    [Theory]
    [InlineData(10, 0)]
    [InlineData(10, 10)]
    [InlineData(1000, 37)]
    public void Samples_are_distinct_and_ascending(int count, int size)
    {
        int[] sample = new RandomSource(5).SampleWithoutReplacement(count, size);
        Assert.Equal(size, sample.Length);
        Assert.Equal(sample.Distinct().Order(), sample);
        Assert.All(sample, value => Assert.InRange(value, 0, count - 1));
    }
}
