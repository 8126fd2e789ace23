using System.Globalization;
using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Learning.Metrics;
using CustomerDashboard.Core.Numerics;
using CustomerDashboard.Core.Segmentation.Methods;

namespace CustomerDashboard.Core.Segmentation;

/// <summary>Turns the clusters of each k into ordered, coloured and described segments.</summary>
internal static class SolutionBuilder
{
    /// <summary>A division with more than this share of the customers in one segment says who is extreme, not who the customers are.</summary>
    public const double LopsidedShare = 0.9;

    private const double SpeckShare = 0.01;

    public static IReadOnlyList<SegmentSolution> Build(
        CustomerFeatureTable table, Matrix points, IReadOnlyList<Division> divisions, CancellationToken cancellationToken)
    {
        var profiler = new FeatureProfiler(table);
        double[]? spend = table.Definitions.Any(d => d.Id == FeatureIds.Monetary) ? table[FeatureIds.Monetary] : null;
        var solutions = new SegmentSolution[divisions.Count];
        int[] labelsBefore = [];
        int[] slotsBefore = [];
        for (int i = 0; i < divisions.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Division division = divisions[i];
            double[]? revenues = spend is null ? null : Revenues(division, spend);
            // The groups of RFM scoring have an order of their own.
            int[] order = division.Groups is null ? Order(division.Sizes, revenues) : [.. Enumerable.Range(0, division.K)];
            int[] labels = Relabel(division.Labels, order);
            int[] slots = ColourSlots.Next(labelsBefore, slotsBefore, labels, division.K);
            solutions[i] = Describe(profiler, points, division, labels, order, slots, revenues);
            labelsBefore = labels;
            slotsBefore = slots;
        }

        return solutions;
    }

    private static SegmentSolution Describe(
        FeatureProfiler profiler, Matrix points, Division division, int[] labels, int[] order, int[] slots, double[]? revenues)
    {
        int noise = labels.Count(label => label == division.K);
        int count = order.Length + (noise > 0 ? 1 : 0);
        var sizes = new int[count];
        double allRevenue = 0;
        for (int segment = 0; segment < order.Length; segment++)
        {
            sizes[segment] = division.Sizes[order[segment]];
        }

        for (int cluster = 0; cluster < (revenues?.Length ?? 0); cluster++)
        {
            allRevenue += revenues![cluster];
        }

        if (noise > 0)
        {
            sizes[^1] = noise;
        }

        FeatureProfile[][] profiles = profiler.Describe(labels, sizes);
        Matrix centres = ClusterLabels.Centroids(points, labels, sizes);
        int[] typical = TypicalRows(points, labels, centres);
        var segments = new SegmentSummary[count];
        for (int segment = 0; segment < count; segment++)
        {
            bool isNoise = segment == order.Length;
            int cluster = isNoise ? division.K : order[segment];
            segments[segment] = new SegmentSummary
            {
                Id = segment,
                ColourSlot = isNoise ? SegmentSummary.NoiseSlot : slots[segment],
                IsNoise = isNoise,
                Group = isNoise ? null : division.Groups?[cluster],
                Size = sizes[segment],
                CustomerShare = (double)sizes[segment] / labels.Length,
                Revenue = revenues?[cluster],
                RevenueShare = revenues is not null && allRevenue > 0 ? revenues[cluster] / allRevenue : null,
                Features = profiles[segment],
                Centre = centres.Row(segment).ToArray(),
                TypicalRow = typical[segment],
                Silhouette = isNoise || division.Silhouette is null ? double.NaN : division.Silhouette.ClusterMeans[cluster],
            };
        }

        return new SegmentSolution(
            division.K, labels, segments, profiler.Overall, [.. division.Warnings, .. Warnings(sizes.AsSpan(0, order.Length), labels.Length)])
        {
            Model = division.Model,
            SegmentOfCluster = SegmentOfCluster(order),
        };
    }

    /// <summary>The spend of each cluster, and of noise at the end.</summary>
    private static double[] Revenues(Division division, double[] spend)
    {
        var revenues = new double[division.K + 1];
        for (int row = 0; row < spend.Length; row++)
        {
            int cluster = division.Labels[row] < 0 ? division.K : division.Labels[row];
            revenues[cluster] += double.IsFinite(spend[row]) ? spend[row] : 0;
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

    private static int[] SegmentOfCluster(int[] order)
    {
        var segmentOf = new int[order.Length];
        for (int segment = 0; segment < order.Length; segment++)
        {
            segmentOf[order[segment]] = segment;
        }

        return segmentOf;
    }

    /// <summary>The segment of each customer; noise comes after the last cluster.</summary>
    private static int[] Relabel(int[] clusters, int[] order)
    {
        int[] segmentOf = SegmentOfCluster(order);
        var labels = new int[clusters.Length];
        for (int row = 0; row < labels.Length; row++)
        {
            labels[row] = clusters[row] < 0 ? order.Length : segmentOf[clusters[row]];
        }

        return labels;
    }

    private static int[] TypicalRows(Matrix points, int[] labels, Matrix centres)
    {
        var rows = new int[centres.Rows];
        var nearest = new double[centres.Rows];
        Array.Fill(nearest, double.PositiveInfinity);
        for (int row = 0; row < labels.Length; row++)
        {
            int segment = labels[row];
            double distance = Distances.SquaredEuclidean(points.Row(row), centres.Row(segment));
            if (distance < nearest[segment])
            {
                nearest[segment] = distance;
                rows[segment] = row;
            }
        }

        return rows;
    }

    private static List<string> Warnings(ReadOnlySpan<int> sizes, int customers)
    {
        var warnings = new List<string>();
        int largest = 0;
        int specks = 0;
        foreach (int size in sizes)
        {
            largest = Math.Max(largest, size);
            specks += size < SpeckShare * customers ? 1 : 0;
        }

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
