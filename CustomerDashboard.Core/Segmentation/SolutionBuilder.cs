using System.Globalization;
using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Learning.Clustering;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Segmentation;

/// <summary>Turns the clusters of each k into ordered, coloured and described segments.</summary>
internal static class SolutionBuilder
{
    /// <summary>A division with more than this share of the customers in one segment says who is extreme, not who the customers are.</summary>
    public const double LopsidedShare = 0.9;

    private const double SpeckShare = 0.01;

    public static IReadOnlyList<SegmentSolution> Build(
        CustomerFeatureTable table, Matrix points, IReadOnlyList<KMeansSweepEntry> entries, CancellationToken cancellationToken)
    {
        var profiler = new FeatureProfiler(table);
        double[]? spend = table.Definitions.Any(d => d.Id == FeatureIds.Monetary) ? table[FeatureIds.Monetary] : null;
        var solutions = new SegmentSolution[entries.Count];
        int[] labelsBefore = [];
        int[] slotsBefore = [];
        for (int i = 0; i < entries.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            KMeansSweepEntry entry = entries[i];
            double[]? revenues = spend is null ? null : Revenues(entry.Model, spend);
            int[] order = Order(entry.Model.Sizes, revenues);
            int[] labels = Relabel(entry.Model.Labels, order);
            int[] slots = Slots(labelsBefore, slotsBefore, labels, entry.K);
            solutions[i] = Describe(profiler, points, entry, labels, order, slots, revenues);
            labelsBefore = labels;
            slotsBefore = slots;
        }

        return solutions;
    }

    private static SegmentSolution Describe(
        FeatureProfiler profiler, Matrix points, KMeansSweepEntry entry, int[] labels, int[] order, int[] slots, double[]? revenues)
    {
        var sizes = new int[order.Length];
        double allRevenue = 0;
        for (int segment = 0; segment < order.Length; segment++)
        {
            sizes[segment] = entry.Model.Sizes[order[segment]];
            allRevenue += revenues?[order[segment]] ?? 0;
        }

        FeatureProfile[][] profiles = profiler.Describe(labels, sizes);
        int[] typical = TypicalRows(points, labels, entry.Model.Centroids, order);
        var segments = new SegmentSummary[order.Length];
        for (int segment = 0; segment < order.Length; segment++)
        {
            int cluster = order[segment];
            segments[segment] = new SegmentSummary
            {
                Id = segment,
                ColourSlot = slots[segment],
                Size = sizes[segment],
                CustomerShare = (double)sizes[segment] / labels.Length,
                Revenue = revenues?[cluster],
                RevenueShare = revenues is not null && allRevenue > 0 ? revenues[cluster] / allRevenue : null,
                Features = profiles[segment],
                Centre = entry.Model.Centroids.Row(cluster).ToArray(),
                TypicalRow = typical[segment],
                Silhouette = entry.Silhouette.ClusterMeans[cluster],
            };
        }

        return new SegmentSolution(entry.K, labels, segments, profiler.Overall, Warnings(sizes, labels.Length));
    }

    private static double[] Revenues(KMeansModel model, double[] spend)
    {
        var revenues = new double[model.Sizes.Length];
        for (int row = 0; row < spend.Length; row++)
        {
            revenues[model.Labels[row]] += double.IsFinite(spend[row]) ? spend[row] : 0;
        }

        return revenues;
    }

    // Entry i is the cluster that becomes segment i: the highest mean spend first, else the largest.
    private static int[] Order(int[] sizes, double[]? revenues)
    {
        var order = new int[sizes.Length];
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        Array.Sort(order, (a, b) =>
        {
            int bySpend = revenues is null ? 0 : (revenues[b] / sizes[b]).CompareTo(revenues[a] / sizes[a]);
            return bySpend != 0 ? bySpend : sizes[b] != sizes[a] ? sizes[b].CompareTo(sizes[a]) : a.CompareTo(b);
        });
        return order;
    }

    private static int[] Relabel(int[] clusters, int[] order)
    {
        var segmentOf = new int[order.Length];
        for (int segment = 0; segment < order.Length; segment++)
        {
            segmentOf[order[segment]] = segment;
        }

        var labels = new int[clusters.Length];
        for (int row = 0; row < labels.Length; row++)
        {
            labels[row] = segmentOf[clusters[row]];
        }

        return labels;
    }

    private static int[] Slots(int[] labelsBefore, int[] slotsBefore, int[] labels, int k)
    {
        var slots = new int[k];
        Array.Fill(slots, -1);
        var used = new bool[k];
        int[] matches = labelsBefore.Length == 0 ? [] : SegmentMatching.Match(labelsBefore, labels);
        for (int before = 0; before < matches.Length; before++)
        {
            if (matches[before] >= 0)
            {
                slots[matches[before]] = slotsBefore[before];
                used[slotsBefore[before]] = true;
            }
        }

        int free = 0;
        for (int segment = 0; segment < k; segment++)
        {
            if (slots[segment] < 0)
            {
                while (used[free])
                {
                    free++;
                }

                slots[segment] = free;
                used[free] = true;
            }
        }

        return slots;
    }

    private static int[] TypicalRows(Matrix points, int[] labels, Matrix centroids, int[] order)
    {
        var rows = new int[order.Length];
        var nearest = new double[order.Length];
        Array.Fill(nearest, double.PositiveInfinity);
        for (int row = 0; row < labels.Length; row++)
        {
            int segment = labels[row];
            double distance = Distances.SquaredEuclidean(points.Row(row), centroids.Row(order[segment]));
            if (distance < nearest[segment])
            {
                nearest[segment] = distance;
                rows[segment] = row;
            }
        }

        return rows;
    }

    private static List<string> Warnings(int[] sizes, int customers)
    {
        var warnings = new List<string>();
        int largest = sizes.Max();
        int specks = sizes.Count(size => size < SpeckShare * customers);
        if (largest > LopsidedShare * customers)
        {
            warnings.Add(Text($"{largest:N0} of {customers:N0} customers fall into one segment, so this division mostly sets a few apart. Logarithms and standardised features usually give more useful segments."));
        }
        else if (specks > 0 && customers >= 200)
        {
            warnings.Add(Text($"{(specks == 1 ? "One segment has" : $"{specks} segments have")} fewer than 1% of the customers: too few to plan for."));
        }

        return warnings;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
