using System.Numerics;
using CustomerDashboard.Core.Learning.Neighbours;

namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>Finds the core point of DBSCAN that a place belongs to.</summary>
internal sealed class CorePointIndex(KdTree tree, uint[] coreMasks, double squaredRadius)
{
    /// <summary>
    /// The position in the tree of the nearest core point within the radius, -1 when there is none. Of equally near ones the
    /// lexicographically smallest, so that the order of the points does not matter.
    /// </summary>
    public int Nearest(ReadOnlySpan<double> place)
    {
        var visitor = new Visitor(tree, coreMasks, squaredRadius);
        tree.Search(place, ref visitor);
        return visitor.Position;
    }

    private unsafe struct Visitor(KdTree tree, uint[] coreMasks, double squaredRadius) : ILeafVisitor
    {
        public int Position = -1;

        public double Bound { get; private set; } = squaredRadius;

        public readonly bool Skips(int node) => false;

        public void Visit(int firstPosition, uint near, double* squares)
        {
            for (near &= coreMasks[firstPosition / KdTree.LeafSize]; near != 0; near &= near - 1)
            {
                int lane = BitOperations.TrailingZeroCount(near);
                if (squares[lane] < Bound || (squares[lane] == Bound && (Position < 0 || IsSmaller(firstPosition + lane))))
                {
                    Bound = squares[lane];
                    Position = firstPosition + lane;
                }
            }
        }

        private readonly bool IsSmaller(int position)
        {
            Span<double> here = new double[tree.Dimensions];
            Span<double> there = new double[tree.Dimensions];
            tree.CopyPoint(position, here);
            tree.CopyPoint(Position, there);
            return here.SequenceCompareTo(there) < 0;
        }
    }
}
