using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Metrics;

/// <summary>Estimates the silhouette of many points from a sample drawn cluster by cluster.</summary>
internal static class SilhouetteSample
{
    private const int LeastPerCluster = 30;
    private const int Groups = 10;

    /// <summary>The 97.5 % point of Student's t with nine degrees of freedom, one less than the groups.</summary>
    private const double StudentT = 2.262157;

    public static SilhouetteScore Estimate(
        Matrix points, int[] labels, int[] sizes, SilhouetteOptions options, CancellationToken cancellationToken)
    {
        (int[] drawn, int[] groups) = Draw(labels, sizes, options);
        (double[] samples, int[] drawnLabels, int[] drawnSizes) = Evaluate(points, labels, sizes.Length, drawn, options, cancellationToken);
        double[] means = Silhouette.ClusterMeans(samples, drawnLabels, drawnSizes);

        var groupMeans = new List<double>(Groups);
        for (int group = 0; group < Groups; group++)
        {
            int[] members = Members(drawn, groups, group);
            if (CountClusters(labels, members, sizes.Length) >= 2)
            {
                (double[] own, int[] ownLabels, int[] ownSizes) = Evaluate(points, labels, sizes.Length, members, options, cancellationToken);
                groupMeans.Add(Silhouette.WeightedMean(Silhouette.ClusterMeans(own, ownLabels, ownSizes), ownSizes, sizes));
            }
        }

        double undrawn = 1 - ((double)drawn.Length / Silhouette.Total(sizes));
        double variance = Math.Max(BetweenGroups(groupMeans), WithinClusters(samples, drawnLabels, means, drawnSizes, sizes));
        return new SilhouetteScore(
            Silhouette.WeightedMean(means, drawnSizes, sizes), StudentT * Math.Sqrt(variance * undrawn), drawn.Length, IsExact: false, means);
    }

    /// <summary>Draws points from each cluster and deals them out to the groups.</summary>
    private static (int[] Points, int[] Groups) Draw(int[] labels, int[] sizes, SilhouetteOptions options)
    {
        var members = new int[sizes.Length][];
        var filled = new int[sizes.Length];
        for (int cluster = 0; cluster < sizes.Length; cluster++)
        {
            members[cluster] = new int[sizes[cluster]];
        }

        for (int point = 0; point < labels.Length; point++)
        {
            if (labels[point] >= 0)
            {
                members[labels[point]][filled[labels[point]]++] = point;
            }
        }

        int total = Silhouette.Total(sizes);
        var random = new RandomSource(options.Seed);
        var drawn = new List<int>(options.SampleSize);
        var groups = new List<int>(options.SampleSize);
        for (int cluster = 0; cluster < sizes.Length; cluster++)
        {
            long share = (((long)sizes[cluster] * options.SampleSize) + (total / 2)) / total;
            int count = Math.Min(sizes[cluster], (int)Math.Max(LeastPerCluster, share));
            RandomSource stream = random.Split(cluster);
            int[] positions = stream.SampleWithoutReplacement(sizes[cluster], count);
            stream.Shuffle<int>(positions);
            for (int i = 0; i < positions.Length; i++)
            {
                drawn.Add(members[cluster][positions[i]]);
                groups.Add(i % Groups);
            }
        }

        return ([.. drawn], [.. groups]);
    }

    private static (double[] Samples, int[] Labels, int[] Sizes) Evaluate(
        Matrix points, int[] labels, int clusters, int[] chosen, SilhouetteOptions options, CancellationToken cancellationToken)
    {
        var chosenLabels = new int[chosen.Length];
        var chosenSizes = new int[clusters];
        for (int i = 0; i < chosen.Length; i++)
        {
            chosenLabels[i] = labels[chosen[i]];
            chosenSizes[chosenLabels[i]]++;
        }

        double[] samples = SilhouetteKernel.Run(
            points.SelectRows(chosen), [chosenLabels], [chosenSizes], options.DegreeOfParallelism, null, cancellationToken)[0];
        return (samples, chosenLabels, chosenSizes);
    }

    private static int[] Members(int[] drawn, int[] groups, int group)
    {
        var members = new List<int>(drawn.Length / Groups);
        for (int i = 0; i < drawn.Length; i++)
        {
            if (groups[i] == group)
            {
                members.Add(drawn[i]);
            }
        }

        return [.. members];
    }

    private static int CountClusters(int[] labels, int[] members, int clusters)
    {
        var present = new bool[clusters];
        int count = 0;
        foreach (int point in members)
        {
            count += present[labels[point]] ? 0 : 1;
            present[labels[point]] = true;
        }

        return count;
    }

    private static double BetweenGroups(List<double> groupMeans)
    {
        if (groupMeans.Count < 2)
        {
            return 0;
        }

        double mean = 0;
        foreach (double value in groupMeans)
        {
            mean += value / groupMeans.Count;
        }

        double squares = 0;
        foreach (double value in groupMeans)
        {
            squares += (value - mean) * (value - mean);
        }

        return squares / (groupMeans.Count - 1) / groupMeans.Count;
    }

    /// <summary>The variance as if only what is judged were drawn: the least it can be.</summary>
    private static double WithinClusters(double[] samples, int[] labels, double[] means, int[] drawn, int[] full)
    {
        var squares = new double[full.Length];
        for (int point = 0; point < labels.Length; point++)
        {
            double difference = samples[point] - means[labels[point]];
            squares[labels[point]] += difference * difference;
        }

        double variance = 0;
        double total = Silhouette.Total(full);
        for (int cluster = 0; cluster < full.Length; cluster++)
        {
            if (drawn[cluster] > 1)
            {
                double weight = full[cluster] / total;
                variance += weight * weight * squares[cluster] / (drawn[cluster] - 1) / drawn[cluster];
            }
        }

        return variance;
    }
}
