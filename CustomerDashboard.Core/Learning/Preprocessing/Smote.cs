using System.Globalization;
using CustomerDashboard.Core.Learning.Neighbours;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Preprocessing;

/// <summary>
/// Adds rows to the rarer classes until each is a share of the largest: a new row lies at a random place on the line between a row of
/// the class and one of its nearest rows of the same class. For columns of numbers on one scale; a column of 0 and 1 gets values between.
/// </summary>
/// <remarks>
/// N. Chawla, K. Bowyer, L. Hall, W. Kegelmeyer, "SMOTE: synthetic minority over-sampling technique", 2002. Every row of a class is a
/// starting point as often as any other, up to one. O(m log m d) for the m rows of the rarer classes, up to O(m^2 d) in many dimensions.
/// </remarks>
public sealed class Smote(SmoteOptions options) : IResampler
{
    /// <inheritdoc />
    public string Name => "SMOTE";

    /// <inheritdoc />
    public ResampledRows Resample(Matrix points, ReadOnlySpan<int> labels, int classCount, CancellationToken cancellationToken = default)
    {
        options.Validate();
        var classes = new ClassRows(points, labels, classCount);
        int[] lacking = classes.Lacking(options.Ratio);
        var random = new RandomSource(options.Seed);
        var sources = new List<int>();
        var partners = new List<int>();
        for (int kind = 0; kind < classCount; kind++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (lacking[kind] > 0)
            {
                RequireNeighbours(kind, classes.Rows[kind].Length);
                Draw(points, classes.Rows[kind], lacking[kind], random.Split(kind), sources, partners, cancellationToken);
            }
        }

        ResampledRows result = ClassRows.WithCopies(points, labels, sources);
        RandomSource places = random.Split(classCount);
        for (int i = 0; i < sources.Count; i++)
        {
            double share = places.NextDouble();
            Span<double> made = result.Points.Row(points.Rows + i);
            ReadOnlySpan<double> partner = points.Row(partners[i]);
            for (int column = 0; column < made.Length; column++)
            {
                made[column] += share * (partner[column] - made[column]);
            }
        }

        return result;
    }

    private void Draw(
        Matrix points, int[] rows, int count, RandomSource random, List<int> sources, List<int> partners, CancellationToken cancellationToken)
    {
        var tree = new KdTree(points.SelectRows(rows), cancellationToken);
        var positions = new int[rows.Length];
        for (int position = 0; position < positions.Length; position++)
        {
            positions[tree.Order[position]] = position;
        }

        int[] order = [.. Enumerable.Range(0, rows.Length)];
        random.Shuffle<int>(order);
        var search = new NearestNeighbours(tree, options.Neighbours);
        for (int i = 0; i < count; i++)
        {
            int source = order[i % order.Length];
            search.Find(points.Row(rows[source]), positions[source]);
            sources.Add(rows[source]);
            partners.Add(rows[tree.Order[search.Positions[random.NextInt(options.Neighbours)]]]);
        }
    }

    private void RequireNeighbours(int kind, int rows)
    {
        if (rows > options.Neighbours)
        {
            return;
        }

        string advice = rows > 1
            ? string.Create(CultureInfo.InvariantCulture, $"choose {rows - 1} neighbours or fewer, or repeat rare rows instead")
            : "repeat rare rows instead";
        throw new ArgumentException(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Class {kind} has {rows} rows to learn from, too few to have {options.Neighbours} neighbours each; {advice}."),
            nameof(kind));
    }
}
