using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Preprocessing;

/// <summary>Leaves out rows of the commoner classes, drawn at random, until the smallest class is a share of each. O(n d).</summary>
public sealed class RandomUndersampler(ResamplingOptions options) : IResampler
{
    /// <inheritdoc />
    public string Name => "Leave out common rows";

    /// <inheritdoc />
    public ResampledRows Resample(Matrix points, ReadOnlySpan<int> labels, int classCount, CancellationToken cancellationToken = default)
    {
        options.Validate();
        var classes = new ClassRows(points, labels, classCount);
        double most = Math.Round(classes.Smallest / options.Ratio, MidpointRounding.AwayFromZero);
        var random = new RandomSource(options.Seed);
        var kept = new List<int>();
        for (int kind = 0; kind < classCount; kind++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int[] rows = classes.Rows[kind];
            int count = (int)Math.Min(rows.Length, most);
            kept.AddRange(random.Split(kind).SampleWithoutReplacement(rows.Length, count).Select(i => rows[i]));
        }

        int[] sources = [.. kept];
        Array.Sort(sources);
        var result = new int[sources.Length];
        for (int i = 0; i < result.Length; i++)
        {
            result[i] = labels[sources[i]];
        }

        return new ResampledRows(points.SelectRows(sources), result, sources, 0);
    }
}
