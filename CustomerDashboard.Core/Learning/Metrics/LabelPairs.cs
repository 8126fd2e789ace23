using System.Runtime.InteropServices;

namespace CustomerDashboard.Core.Learning.Metrics;

/// <summary>How often each label of one grouping meets each label of another, over the same points.</summary>
internal sealed class LabelPairs
{
    /// <summary>A table of all combinations is used while it is not much longer than the labels themselves.</summary>
    private const int CellsPerPoint = 4;

    private LabelPairs(Numbered first, Numbered second, List<(int First, int Second, long Count)> pairs)
    {
        FirstLabels = first.Labels;
        FirstSizes = first.Sizes;
        SecondLabels = second.Labels;
        SecondSizes = second.Sizes;
        Pairs = pairs;
    }

    /// <summary>The labels of the first grouping, ascending; some of them may not occur.</summary>
    public int[] FirstLabels { get; }

    /// <summary>How many points each of them has.</summary>
    public int[] FirstSizes { get; }

    /// <summary>The labels of the second grouping, ascending; some of them may not occur.</summary>
    public int[] SecondLabels { get; }

    /// <summary>How many points each of them has.</summary>
    public int[] SecondSizes { get; }

    /// <summary>The combinations that occur, by position in the lists of labels, ascending.</summary>
    public List<(int First, int Second, long Count)> Pairs { get; }

    /// <summary>Counts two labelings of the same points; any integers serve as labels.</summary>
    /// <exception cref="ArgumentException">The labelings differ in length or are empty.</exception>
    public static LabelPairs Count(ReadOnlySpan<int> first, ReadOnlySpan<int> second)
    {
        if (first.Length != second.Length || first.Length == 0)
        {
            throw new ArgumentException($"Two groupings of the same points are needed, not {first.Length} and {second.Length} labels.");
        }

        Numbered a = Number(first);
        Numbered b = Number(second);
        int columns = b.Sizes.Length;
        var pairs = new List<(int, int, long)>();
        if ((long)a.Sizes.Length * columns <= (long)CellsPerPoint * first.Length)
        {
            var table = new int[a.Sizes.Length * columns];
            for (int point = 0; point < first.Length; point++)
            {
                table[(a.Positions[point] * columns) + b.Positions[point]]++;
            }

            for (int cell = 0; cell < table.Length; cell++)
            {
                if (table[cell] > 0)
                {
                    pairs.Add((cell / columns, cell % columns, table[cell]));
                }
            }
        }
        else
        {
            var counts = new Dictionary<(int First, int Second), long>();
            for (int point = 0; point < first.Length; point++)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(counts, (a.Positions[point], b.Positions[point]), out _)++;
            }

            foreach (((int one, int other), long count) in counts)
            {
                pairs.Add((one, other, count));
            }

            pairs.Sort();
        }

        return new LabelPairs(a, b, pairs);
    }

    private static Numbered Number(ReadOnlySpan<int> labels)
    {
        int[] known = Known(labels);
        var positions = new int[labels.Length];
        var sizes = new int[known.Length];
        bool gapless = known[^1] - (long)known[0] == known.Length - 1;
        for (int point = 0; point < labels.Length; point++)
        {
            positions[point] = gapless ? labels[point] - known[0] : Array.BinarySearch(known, labels[point]);
            sizes[positions[point]]++;
        }

        return new Numbered(known, sizes, positions);
    }

    /// <summary>The labels in ascending order, with those between them unless that would be very many.</summary>
    private static int[] Known(ReadOnlySpan<int> labels)
    {
        int lowest = int.MaxValue;
        int highest = int.MinValue;
        foreach (int label in labels)
        {
            lowest = Math.Min(lowest, label);
            highest = Math.Max(highest, label);
        }

        if ((long)highest - lowest < (long)CellsPerPoint * labels.Length)
        {
            var range = new int[highest - lowest + 1];
            for (int i = 0; i < range.Length; i++)
            {
                range[i] = lowest + i;
            }

            return range;
        }

        return [.. new SortedSet<int>(labels.ToArray())];
    }

    private sealed record Numbered(int[] Labels, int[] Sizes, int[] Positions);
}
