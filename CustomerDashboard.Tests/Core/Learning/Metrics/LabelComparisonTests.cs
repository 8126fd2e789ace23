using CustomerDashboard.Core.Learning.Metrics;
using CustomerDashboard.Core.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerDashboard.Tests.Core.Learning.Metrics;

public class LabelComparisonTests
{
    private static readonly int[] First = [0, 0, 1, 1, 2, 2, 2, -1, 0, 1];
    private static readonly int[] Second = [1, 1, 0, 0, 0, 2, 2, 2, 1, -1];

    // The figures are those of scikit-learn 1.2.1.
    [Fact]
    public void Agrees_with_the_peers()
    {
        Assert.Equal(0.7093175459545586, NormalizedMutualInformation.Score(First, Second), 12);
        Assert.Equal(0.4444444444444444, AdjustedRandIndex.Score(First, Second), 12);
        Assert.Equal(1, NormalizedMutualInformation.Score([0, 0, 0], [1, 1, 1]));
        Assert.Equal(0, NormalizedMutualInformation.Score([0, 0, 1], [0, 0, 0]));
        Assert.Equal(1, NormalizedMutualInformation.Score([0, 1, 2, 3], [5, 6, 7, 8]));
    }

    [Fact]
    public void Best_matches_are_worked_by_hand()
    {
        // Cluster 0 is {0, 1, 8}, just as cluster 1 of the other; cluster 2 is {4, 5, 6}, of which {5, 6, 7} has two.
        JaccardMatch[] matches = Jaccard.BestMatches(First, Second);
        Assert.Equal([new JaccardMatch(1, 1), new JaccardMatch(0, 2.0 / 4), new JaccardMatch(2, 2.0 / 4)], matches);
        Assert.Equal([new JaccardMatch(-1, 0)], Jaccard.BestMatches([0, 0], [-1, -1]));
        Assert.Empty(Jaccard.BestMatches([-1, -1], [0, 0]));
        Assert.Equal(0.5, Jaccard.BestMatches([0, 0, 0, 0], [-1, 0, 0, -1])[0].Similarity);
    }

    [Fact]
    public void Names_of_labels_and_order_of_points_do_not_matter() =>
        Prop.ForAll(Gen.Choose(0, 100_000).ToArbitrary(), seed =>
        {
            var random = new RandomSource(seed);
            int count = 1 + random.NextInt(60);
            int[] first = [.. Enumerable.Range(0, count).Select(_ => random.NextInt(5) - 1)];
            int[] second = [.. Enumerable.Range(0, count).Select(_ => random.NextInt(1 + (seed % 7)))];
            int[] order = [.. Enumerable.Range(0, count)];
            random.Shuffle<int>(order);

            // Far apart, so that the labels take the way of a dictionary.
            int[] renamed = [.. order.Select(point => (first[point] * 300_000_000) + 7)];
            int[] shuffled = [.. order.Select(point => second[point])];
            return AdjustedRandIndex.Score(first, second) == AdjustedRandIndex.Score(renamed, shuffled)
                && Math.Abs(NormalizedMutualInformation.Score(first, second) - NormalizedMutualInformation.Score(renamed, shuffled)) < 1e-12
                && Math.Abs(NormalizedMutualInformation.Score(first, second) - NormalizedMutualInformation.Score(second, first)) < 1e-12
                && Math.Abs(AdjustedRandIndex.Score(first, second) - PairByPair(first, second)) < 1e-12;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Best_matches_equal_comparing_all_sets() =>
        Prop.ForAll(Gen.Choose(0, 100_000).ToArbitrary(), seed =>
        {
            var random = new RandomSource(seed);
            int count = 1 + random.NextInt(60);
            int spread = seed % 2 == 0 ? 1 : 1000;
            int[] first = [.. Enumerable.Range(0, count).Select(_ => Math.Max(-1, (random.NextInt(5) - 1) * spread))];
            int[] second = [.. Enumerable.Range(0, count).Select(_ => Math.Max(-1, (random.NextInt(4) - 1) * spread))];
            JaccardMatch[] matches = Jaccard.BestMatches(first, second);
            return matches.Length == first.Max() + 1 && matches.Select((match, cluster) => (match, cluster)).All(entry =>
            {
                int[] members = [.. Enumerable.Range(0, count).Where(point => first[point] == entry.cluster)];
                double best = second.Where(label => label >= 0).Distinct().Select(label =>
                {
                    int[] others = [.. Enumerable.Range(0, count).Where(point => second[point] == label)];
                    return (double)members.Intersect(others).Count() / Math.Max(1, members.Union(others).Count());
                }).DefaultIfEmpty(0).Max();
                return Math.Abs(entry.match.Similarity - best) < 1e-12;
            });
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Unequal_lengths_and_wrong_labels_are_refused()
    {
        Assert.Throws<ArgumentException>(() => NormalizedMutualInformation.Score([0], [0, 1]));
        Assert.Throws<ArgumentException>(() => NormalizedMutualInformation.Score([], []));
        Assert.Throws<ArgumentException>(() => Jaccard.BestMatches([0, -2], [0, 1]));
        Assert.Throws<ArgumentException>(() => Jaccard.BestMatches([0, 1], [0, -3]));
    }

    private static double PairByPair(int[] first, int[] second)
    {
        double both = 0, inFirst = 0, inSecond = 0, all = 0;
        for (int a = 0; a < first.Length; a++)
        {
            for (int b = 0; b < a; b++)
            {
                both += first[a] == first[b] && second[a] == second[b] ? 1 : 0;
                inFirst += first[a] == first[b] ? 1 : 0;
                inSecond += second[a] == second[b] ? 1 : 0;
                all++;
            }
        }

        double expected = all == 0 ? 0 : inFirst * inSecond / all;
        double most = (inFirst + inSecond) / 2;
        return most == expected ? 1 : (both - expected) / (most - expected);
    }
}
