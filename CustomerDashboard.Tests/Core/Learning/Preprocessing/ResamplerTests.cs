using CustomerDashboard.Core.Learning.Preprocessing;
using CustomerDashboard.Core.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerDashboard.Tests.Core.Learning.Preprocessing;

public class ResamplerTests
{
    [Fact]
    public void Smote_puts_rows_between_a_row_and_a_near_row_of_its_class() =>
        Prop.ForAll(Gen.Choose(1, 100_000).ToArbitrary(), seed =>
        {
            (Matrix points, int[] labels) = Uneven(seed);
            int k = 1 + (seed % 4);
            ResampledRows even = new Smote(new SmoteOptions { Neighbours = k, Seed = seed }).Resample(points, labels, 2);
            int first = points.Rows;
            bool kept = even.Points.Values.AsSpan(0, points.Values.Length).SequenceEqual(points.Values);
            bool balanced = even.Labels.Count(l => l == 0) == even.Labels.Count(l => l == 1) && even.Added == even.Labels.Length - first;
            for (int row = first; row < even.Labels.Length; row++)
            {
                int source = even.Sources[row];
                int[] nearest =
                [
                    .. Enumerable.Range(0, first).Where(other => other != source && labels[other] == labels[source])
                        .OrderBy(other => Distances.SquaredEuclidean(points.Row(other), points.Row(source))).Take(k),
                ];
                double[] made = even.Points.Row(row).ToArray();
                if (even.Labels[row] != labels[source] || !nearest.Any(other => IsBetween(made, points.Row(source).ToArray(), points.Row(other).ToArray())))
                {
                    return false;
                }
            }

            return kept && balanced;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_rare_row_is_a_start_as_often_as_any_other_up_to_one()
    {
        (Matrix points, int[] labels) = Uneven(3);
        ResampledRows even = new Smote(new SmoteOptions { Neighbours = 2 }).Resample(points, labels, 2);
        int[] uses = [.. Enumerable.Range(0, points.Rows).Where(r => labels[r] == 1).Select(r => even.Sources.Skip(points.Rows).Count(s => s == r))];
        Assert.InRange(uses.Max() - uses.Min(), 0, 1);
    }

    [Fact]
    public void Repeating_and_leaving_out_keep_rows_as_they_are() =>
        Prop.ForAll(Gen.Choose(1, 100_000).ToArbitrary(), seed =>
        {
            (Matrix points, int[] labels) = Uneven(seed);
            int rare = labels.Count(l => l == 1);
            ResampledRows more = new RandomOversampler(new ResamplingOptions { Ratio = 0.8, Seed = seed }).Resample(points, labels, 2);
            ResampledRows less = new RandomUndersampler(new ResamplingOptions { Ratio = 0.5, Seed = seed }).Resample(points, labels, 2);
            int common = labels.Length - rare;
            return more.Labels.Count(l => l == 1) == Math.Max(rare, (int)Math.Round(0.8 * common, MidpointRounding.AwayFromZero))
                && less.Labels.Count(l => l == 0) == Math.Min(common, 2 * rare)
                && less.Sources.Distinct().Count() == less.Sources.Length
                && AreCopies(more) && AreCopies(less);

            bool AreCopies(ResampledRows rows) => Enumerable.Range(0, rows.Labels.Length).All(i =>
                rows.Labels[i] == labels[rows.Sources[i]] && rows.Points.Row(i).SequenceEqual(points.Row(rows.Sources[i])));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Too_few_rare_rows_are_told_with_a_way_on()
    {
        var points = new Matrix(10, 1, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
        int[] labels = [0, 0, 0, 0, 0, 0, 0, 1, 1, 1];
        var fault = Assert.Throws<ArgumentException>(() => new Smote(new SmoteOptions()).Resample(points, labels, 2));
        Assert.Contains("Class 1 has 3 rows", fault.Message, StringComparison.Ordinal);
        Assert.Contains("choose 2 neighbours or fewer", fault.Message, StringComparison.Ordinal);
        Assert.Equal(14, new Smote(new SmoteOptions { Neighbours = 2 }).Resample(points, labels, 2).Labels.Length);
        points[2, 0] = double.NaN;
        Assert.Throws<ArgumentException>(() => new Smote(new SmoteOptions { Neighbours = 2 }).Resample(points, labels, 2));
        Assert.Throws<ArgumentException>(() => new RandomOversampler(new ResamplingOptions()).Resample(new Matrix(3, 1), [1, 1, 1], 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ResamplingOptions { Ratio = 1.5 }.Validate());
    }

    [Fact]
    public void Balanced_weights_give_every_class_the_same_total()
    {
        int[] labels = [0, 0, 0, 0, 0, 0, 1, 1, 2];
        double[] weights = ClassWeights.Balanced.ForRows(labels, 3)!;
        for (int kind = 0; kind < 3; kind++)
        {
            Assert.Equal(3, Enumerable.Range(0, 9).Where(i => labels[i] == kind).Sum(i => weights[i]), 1e-12);
        }

        Assert.Null(ClassWeights.None.ForRows(labels, 3));
        Assert.Equal([1, 5], ClassWeights.Of(1, 5).ForRows([false, true])!);
        Assert.Equal(ClassWeights.Of(1, 5), ClassWeights.Of(1, 5));
        Assert.Throws<ArgumentException>(() => ClassWeights.Of(1, 5).ForRows(labels, 3));
        Assert.Throws<ArgumentException>(() => ClassWeights.Of(1, 0));
    }

    private static bool IsBetween(double[] made, double[] from, double[] to)
    {
        double length = Math.Sqrt(Distances.SquaredEuclidean(from, to));
        double first = Math.Sqrt(Distances.SquaredEuclidean(from, made));
        double second = Math.Sqrt(Distances.SquaredEuclidean(made, to));
        return Math.Abs(first + second - length) < 1e-9;
    }

    private static (Matrix Points, int[] Labels) Uneven(int seed)
    {
        var random = new RandomSource(seed);
        int rows = 30 + random.NextInt(40);
        var points = new Matrix(rows, 2);
        var labels = new int[rows];
        for (int row = 0; row < rows; row++)
        {
            labels[row] = row < 6 ? 1 : random.NextInt(10) == 0 ? 1 : 0;
            points[row, 0] = random.NextGaussian();
            points[row, 1] = random.NextGaussian();
        }

        return (points, labels);
    }
}
