using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>Numbers clusters in a lasting way: the largest first, among equals the one with the lexicographically smallest point.</summary>
internal static class LabelOrder
{
    /// <summary>Renumbers labels 0..<paramref name="clusters"/> - 1 in place; -1 stays.</summary>
    /// <returns>The sizes, descending, and for each old number the new one.</returns>
    public static (int[] Sizes, int[] NewNumbers) LargestFirst(int[] labels, int clusters, Matrix points)
    {
        var sizes = new int[clusters];
        var smallest = new int[clusters];
        Array.Fill(smallest, -1);
        for (int point = 0; point < labels.Length; point++)
        {
            int label = labels[point];
            if (label >= 0)
            {
                sizes[label]++;
                if (smallest[label] < 0 || points.Row(point).SequenceCompareTo(points.Row(smallest[label])) < 0)
                {
                    smallest[label] = point;
                }
            }
        }

        var order = new int[clusters];
        for (int cluster = 0; cluster < clusters; cluster++)
        {
            order[cluster] = cluster;
        }

        Array.Sort(order, (a, b) => sizes[a] != sizes[b]
            ? sizes[b].CompareTo(sizes[a])
            : points.Row(smallest[a]).SequenceCompareTo(points.Row(smallest[b])));
        var newNumbers = new int[clusters];
        var ordered = new int[clusters];
        for (int i = 0; i < clusters; i++)
        {
            newNumbers[order[i]] = i;
            ordered[i] = sizes[order[i]];
        }

        for (int point = 0; point < labels.Length; point++)
        {
            labels[point] = labels[point] < 0 ? -1 : newNumbers[labels[point]];
        }

        return (ordered, newNumbers);
    }
}
