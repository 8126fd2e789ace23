using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>
/// Points cut into blocks of a fixed size. Sums are taken per block and added in block order, so they do not depend on how
/// many threads shared the blocks.
/// </summary>
internal sealed class PointBlocks(ColumnarPoints points, PointGroups? groups, int? degreeOfParallelism)
{
    private const int BlockSize = 8192;

    public ColumnarPoints Points { get; } = points;

    /// <summary>The groups the points stand in, when they are in an order that makes them close.</summary>
    public PointGroups? Groups { get; } = groups;

    public int Count { get; } = (points.Count + BlockSize - 1) / BlockSize;

    /// <summary>Runs a body (block, first point, end) over all blocks.</summary>
    public void Run(Action<int, int, int> body, CancellationToken cancellationToken)
    {
        if (Count == 1)
        {
            cancellationToken.ThrowIfCancellationRequested();
            body(0, 0, Points.Count);
            return;
        }

        ParallelWork.Run(Count, degreeOfParallelism, block => body(block, Start(block), End(block)), cancellationToken);
    }

    public static int Start(int block) => block * BlockSize;

    public int End(int block) => Math.Min(Points.Count, (block + 1) * BlockSize);
}
