using System.Runtime.CompilerServices;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Recommendations.Models;

/// <summary>
/// For each product the products that most go together with it, by the cosine of the groups (customers or baskets) they occur in. It costs O(sum of squared group sizes); memory is that of one counter per product and thread.
/// </summary>
internal sealed class NeighbourTable
{
    private const int Block = 32;

    private readonly int[] _starts;
    private readonly int[] _groups;

    private NeighbourTable(int products, int most, int[] starts, int[] groups)
    {
        (Most, _starts, _groups) = (most, starts, groups);
        Counts = new int[products];
        Neighbours = new int[products * most];
        Weights = new float[products * most];
    }

    /// <summary>The most neighbours a product has.</summary>
    public int Most { get; }

    /// <summary>How many neighbours each product has.</summary>
    public int[] Counts { get; }

    /// <summary>The neighbours of product p begin at p x <see cref="Most"/>, the strongest first.</summary>
    public int[] Neighbours { get; }

    public float[] Weights { get; }

    /// <summary>How strongly two products go together; 0 when they are no neighbours.</summary>
    public float Between(int product, int neighbour)
    {
        int at = Array.IndexOf(Neighbours, neighbour, product * Most, Counts[product]);
        return at < 0 ? 0 : Weights[at];
    }

    /// <summary>In how many groups two products occur together.</summary>
    public int CountTogether(int first, int second)
    {
        ReadOnlySpan<int> a = GroupsOf(first);
        ReadOnlySpan<int> b = GroupsOf(second);
        int count = 0;
        for (int i = 0, j = 0; i < a.Length && j < b.Length;)
        {
            count += a[i] == b[j] ? 1 : 0;
            (i, j) = (a[i] <= b[j] ? i + 1 : i, b[j] <= a[i] ? j + 1 : j);
        }

        return count;
    }

    /// <summary>Counts products together.</summary>
    /// <param name="starts">Where the products of each group start in <paramref name="members"/>.</param>
    /// <param name="members">The distinct products of each group.</param>
    /// <param name="groups">How many groups count: the first ones.</param>
    /// <param name="products">How many products there are.</param>
    /// <param name="most">How many neighbours to keep for each.</param>
    /// <param name="minimum">Pairs in groups that count less than this together are left out.</param>
    /// <param name="groupWeight">How much a group counts, from the number of its products; null counts each as 1.</param>
    /// <param name="cancellationToken">Stops the counting.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static NeighbourTable Of(
        int[] starts, int[] members, int groups, int products, int most, float minimum, Func<int, double>? groupWeight, CancellationToken cancellationToken)
    {
        // The groups of each product: the transpose.
        var own = new int[products + 1];
        int entries = starts[groups];
        for (int i = 0; i < entries; i++)
        {
            own[members[i] + 1]++;
        }

        for (int product = 0; product < products; product++)
        {
            own[product + 1] += own[product];
        }

        int[] next = own[..products];
        var groupOf = new int[entries];
        for (int group = 0; group < groups; group++)
        {
            for (int i = starts[group]; i < starts[group + 1]; i++)
            {
                groupOf[next[members[i]]++] = group;
            }
        }

        var table = new NeighbourTable(products, Math.Min(most, Math.Max(1, products - 1)), own, groupOf);
        float[] weights = new float[groups];
        for (int group = 0; group < groups; group++)
        {
            weights[group] = groupWeight is null ? 1 : (float)groupWeight(starts[group + 1] - starts[group]);
        }

        double[] norms = table.Norms(weights);
        using var counters = new ThreadLocal<float[]>(() => new float[products]);
        ParallelWork.Run(
            (products + Block - 1) / Block,
            null,
            piece =>
            {
                float[] count = counters.Value!;
                var heap = new BestFirst(table.Most);
                for (int product = piece * Block; product < Math.Min(products, (piece + 1) * Block); product++)
                {
                    Array.Clear(count);
                    for (int g = own[product]; g < own[product + 1]; g++)
                    {
                        int group = groupOf[g];
                        float weight = weights[group];
                        foreach (int other in members.AsSpan(starts[group], starts[group + 1] - starts[group]))
                        {
                            count[other] += weight;
                        }
                    }

                    heap.Clear();
                    for (int other = 0; other < products; other++)
                    {
                        if (count[other] > 0 && count[other] >= minimum && other != product)
                        {
                            heap.Offer(other, (float)(count[other] / (norms[product] * norms[other])));
                        }
                    }

                    table.Fill(product, heap);
                }
            },
            cancellationToken);
        return table;
    }

    private ReadOnlySpan<int> GroupsOf(int product) => _groups.AsSpan(_starts[product], _starts[product + 1] - _starts[product]);

    private double[] Norms(float[] weights)
    {
        var norms = new double[Counts.Length];
        for (int product = 0; product < norms.Length; product++)
        {
            double sum = 0;
            foreach (int group in GroupsOf(product))
            {
                sum += weights[group];
            }

            norms[product] = Math.Sqrt(sum);
        }

        return norms;
    }

    private void Fill(int product, BestFirst heap)
    {
        int at = product * Most;
        Counts[product] = heap.Sort();
        for (int i = 0; i < Counts[product]; i++)
        {
            Neighbours[at + i] = heap.Items[i];
            Weights[at + i] = heap.Scores[i];
        }
    }
}
