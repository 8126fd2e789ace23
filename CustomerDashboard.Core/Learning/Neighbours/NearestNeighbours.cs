using System.Numerics;

namespace CustomerDashboard.Core.Learning.Neighbours;

/// <summary>
/// Finds the points of a tree nearest to a place; of points equally far the earlier row comes first. One instance serves one
/// thread: it keeps the room it works in.
/// </summary>
internal sealed class NearestNeighbours(KdTree tree, int count)
{
    private readonly double[] _squares = new double[count];
    private readonly int[] _positions = new int[count];
    private int _found;

    /// <summary>The squared distances found, ascending; as many as were asked for, where the tree has so many.</summary>
    public ReadOnlySpan<double> SquaredDistances => _squares.AsSpan(0, _found);

    /// <summary>The positions in the tree found, nearest first.</summary>
    public ReadOnlySpan<int> Positions => _positions.AsSpan(0, _found);

    /// <summary>Finds the points nearest to <paramref name="place"/>; the one at <paramref name="except"/> does not count.</summary>
    public void Find(ReadOnlySpan<double> place, int except = -1)
    {
        var visitor = new Visitor(_squares, _positions, tree.Order, except);
        tree.Search(place, ref visitor);
        _found = visitor.Found;
    }

    private unsafe struct Visitor(double[] squares, int[] positions, int[] order, int except) : ILeafVisitor
    {
        public int Found;

        public double Bound { get; private set; } = double.MaxValue;

        public readonly bool Skips(int node) => false;

        public void Visit(int firstPosition, uint near, double* distances)
        {
            for (; near != 0; near &= near - 1)
            {
                int lane = BitOperations.TrailingZeroCount(near);
                double square = distances[lane];
                bool full = Found == squares.Length;
                int position = firstPosition + lane;
                if (position == except || (full && !IsNearer(square, position, Found - 1)))
                {
                    continue;
                }

                int place = full ? Found - 1 : Found++;
                for (; place > 0 && IsNearer(square, position, place - 1); place--)
                {
                    squares[place] = squares[place - 1];
                    positions[place] = positions[place - 1];
                }

                squares[place] = square;
                positions[place] = position;
                Bound = Found == squares.Length ? squares[^1] : double.MaxValue;
            }
        }

        private readonly bool IsNearer(double square, int position, int place) =>
            square < squares[place] || (square == squares[place] && order[position] < order[positions[place]]);
    }
}
