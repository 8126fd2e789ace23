using CustomerDashboard.Core.Learning.Classification;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Preprocessing;

/// <summary>The rows of each class, and the checks and copies that all resamplers share.</summary>
internal sealed class ClassRows
{
    public ClassRows(Matrix points, ReadOnlySpan<int> labels, int classCount)
    {
        ClassificationData.RequireLearnable(points, labels, classCount);
        Rows = new int[classCount][];
        for (int kind = 0; kind < classCount; kind++)
        {
            Rows[kind] = new int[labels.Count(kind)];
            Largest = Math.Max(Largest, Rows[kind].Length);
            if (Rows[kind].Length > 0)
            {
                Smallest = Math.Min(Smallest, Rows[kind].Length);
            }
        }

        var filled = new int[classCount];
        for (int row = 0; row < labels.Length; row++)
        {
            Rows[labels[row]][filled[labels[row]]++] = row;
        }
    }

    /// <summary>The rows of each class, ascending.</summary>
    public int[][] Rows { get; }

    /// <summary>The size of the largest class.</summary>
    public int Largest { get; }

    /// <summary>The size of the smallest class that has rows.</summary>
    public int Smallest { get; } = int.MaxValue;

    /// <summary>How many rows each class lacks to reach a share of the largest; 0 for a class without rows.</summary>
    public int[] Lacking(double ratio)
    {
        int wanted = (int)Math.Round(ratio * Largest, MidpointRounding.AwayFromZero);
        return Array.ConvertAll(Rows, rows => rows.Length == 0 ? 0 : Math.Max(0, wanted - rows.Length));
    }

    /// <summary>All rows, then the sources given as exact copies.</summary>
    public static ResampledRows WithCopies(Matrix points, ReadOnlySpan<int> labels, IReadOnlyList<int> sources)
    {
        int[] rows = [.. Enumerable.Range(0, points.Rows), .. sources];
        var classes = new int[rows.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            classes[i] = labels[rows[i]];
        }

        return new ResampledRows(points.SelectRows(rows), classes, rows, sources.Count);
    }
}
