using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Preprocessing;

/// <summary>Repeats rows of the rarer classes, drawn with replacement, until each class is a share of the largest. O(n d).</summary>
public sealed class RandomOversampler(ResamplingOptions options) : IResampler
{
    /// <inheritdoc />
    public string Name => "Repeat rare rows";

    /// <inheritdoc />
    public ResampledRows Resample(Matrix points, ReadOnlySpan<int> labels, int classCount, CancellationToken cancellationToken = default)
    {
        options.Validate();
        var classes = new ClassRows(points, labels, classCount);
        int[] lacking = classes.Lacking(options.Ratio);
        var random = new RandomSource(options.Seed);
        var sources = new List<int>();
        for (int kind = 0; kind < classCount; kind++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            RandomSource draws = random.Split(kind);
            for (int i = 0; i < lacking[kind]; i++)
            {
                sources.Add(classes.Rows[kind][draws.NextInt(classes.Rows[kind].Length)]);
            }
        }

        return ClassRows.WithCopies(points, labels, sources);
    }
}
