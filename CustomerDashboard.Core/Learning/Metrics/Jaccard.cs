namespace CustomerDashboard.Core.Learning.Metrics;

/// <summary>
/// The similarity of sets by P. Jaccard (1901): what both have, divided by what either has. Costs O(n).
/// </summary>
public static class Jaccard
{
    /// <summary>
    /// For each cluster 0..k-1 of one labeling the most similar cluster of another labeling of the same points, the lowest label
    /// on a tie. Noise (-1) is no cluster of either, but a point of a cluster that is noise in the other counts as lost.
    /// </summary>
    /// <exception cref="ArgumentException">The labelings differ in length or are empty, or a label is below -1.</exception>
    public static JaccardMatch[] BestMatches(ReadOnlySpan<int> clusters, ReadOnlySpan<int> others)
    {
        int count = ClusterLabels.Count(clusters);
        ClusterLabels.Count(others);
        LabelPairs pairs = LabelPairs.Count(clusters, others);
        var matches = new JaccardMatch[count];
        Array.Fill(matches, new JaccardMatch(-1, 0));
        foreach ((int one, int other, long both) in pairs.Pairs)
        {
            int label = pairs.FirstLabels[one];
            int otherLabel = pairs.SecondLabels[other];
            if (label < 0 || otherLabel < 0)
            {
                continue;
            }

            double similarity = (double)both / (pairs.FirstSizes[one] + pairs.SecondSizes[other] - both);
            if (similarity > matches[label].Similarity)
            {
                matches[label] = new JaccardMatch(otherLabel, similarity);
            }
        }

        return matches;
    }
}
