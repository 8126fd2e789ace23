using CustomerDashboard.Core.Learning.Metrics;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Segmentation;

/// <summary>
/// The silhouette of single customers, sorted by segment (P. J. Rousseeuw, 1987). With many customers those of a sample, drawn from each
/// segment in proportion to its size and compared among themselves. Costs O(m^2 d) for m customers judged.
/// </summary>
/// <param name="Values">By segment id the silhouettes of its customers, highest first; none for noise.</param>
/// <param name="Mean">The mean over the customers judged.</param>
/// <param name="Judged">How many customers were judged.</param>
/// <param name="Customers">How many are in segments.</param>
public sealed record SilhouetteProfile(IReadOnlyList<double[]> Values, double Mean, int Judged, int Customers)
{
    /// <summary>Above this many customers a sample of as many is judged.</summary>
    public const int SampleAbove = 5000;

    private const int FewestOfSegment = 30;

    /// <summary>Whether only a sample was judged.</summary>
    public bool IsSample => Judged < Customers;

    /// <summary>Judges the customers of one division.</summary>
    /// <param name="points">The customers as the grouping saw them.</param>
    /// <param name="solution">Their segments.</param>
    /// <param name="seed">Decides who is in the sample.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Null where fewer than two segments can be compared.</returns>
    public static SilhouetteProfile? Of(Matrix points, SegmentSolution solution, int seed, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(solution);
        if (solution.K < 2)
        {
            return null;
        }

        int customers = solution.Labels.Length - (solution.Noise?.Size ?? 0);
        int[] rows = Draw(solution, customers, seed);
        int[] labels = [.. rows.Select(row => solution.Labels[row])];
        double[] judged = Silhouette.Samples(points.SelectRows(rows), labels, cancellationToken: cancellationToken);
        var values = new double[solution.Segments.Count][];
        for (int segment = 0; segment < values.Length; segment++)
        {
            values[segment] = [.. judged.Where((_, i) => labels[i] == segment).OrderDescending()];
        }

        return new SilhouetteProfile(values, judged.Average(), rows.Length, customers);
    }

    private static int[] Draw(SegmentSolution solution, int customers, int seed)
    {
        var random = new RandomSource(seed);
        var rows = new List<int>();
        foreach (SegmentSummary segment in solution.Segments)
        {
            if (segment.IsNoise)
            {
                continue;
            }

            int[] members = [.. Enumerable.Range(0, solution.Labels.Length).Where(row => solution.Labels[row] == segment.Id)];
            int wanted = customers <= SampleAbove
                ? members.Length
                : Math.Min(members.Length, Math.Max(FewestOfSegment, (int)Math.Round((double)SampleAbove * members.Length / customers)));
            rows.AddRange(wanted == members.Length
                ? members
                : random.Split(segment.Id).SampleWithoutReplacement(members.Length, wanted).Select(i => members[i]));
        }

        return [.. rows];
    }
}
