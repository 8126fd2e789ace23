using CustomerDashboard.Core.Learning.Neighbours;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>For each point of a tree, by position, the squared distance to its k-th nearest other point and the nearest few of them.</summary>
internal sealed class Neighbourhoods
{
    private const int RowsPerPiece = 256;

    private readonly int[] _nearest;
    private readonly int _kept;

    public Neighbourhoods(
        KdTree tree, int k, int keep, int? degreeOfParallelism, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        _kept = Math.Min(k, keep);
        _nearest = new int[checked(tree.Count * _kept)];
        SquaredReach = new double[tree.Count];
        int pieces = (tree.Count + RowsPerPiece - 1) / RowsPerPiece;
        int done = 0;
        ParallelWork.Run(
            pieces,
            degreeOfParallelism,
            piece =>
            {
                var search = new NearestNeighbours(tree, k);
                var place = new double[tree.Dimensions];
                for (int position = piece * RowsPerPiece; position < Math.Min(tree.Count, (piece + 1) * RowsPerPiece); position++)
                {
                    tree.CopyPoint(position, place);
                    search.Find(place, position);
                    SquaredReach[position] = search.SquaredDistances[^1];
                    search.Positions[.._kept].CopyTo(_nearest.AsSpan(position * _kept));
                }

                int finished = Interlocked.Increment(ref done);
                progress?.Report(new WorkProgress(
                    "Measuring neighbourhoods", (double)finished / pieces, Math.Min(tree.Count, (long)finished * RowsPerPiece), "points"));
            },
            cancellationToken);
    }

    /// <summary>The squared distance of each point to its k-th nearest other point.</summary>
    public double[] SquaredReach { get; }

    /// <summary>The positions of the nearest other points of a point, nearest first.</summary>
    public ReadOnlySpan<int> Nearest(int position) => _nearest.AsSpan(position * _kept, _kept);
}
