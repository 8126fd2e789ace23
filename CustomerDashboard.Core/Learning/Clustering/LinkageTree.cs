namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>
/// Single linkage from the edges of a minimum spanning tree: items 0..n-1, then one node per merge in order of distance.
/// Merges at the same distance are one event, so the tree seen through <see cref="Parts"/> does not depend on which of several
/// equally short spanning trees it came from. For one thread: walks share their room.
/// </summary>
internal sealed class LinkageTree
{
    private readonly int _items;
    private readonly int[] _left;
    private readonly int[] _right;
    private readonly double[] _distances;
    private readonly int[] _sizes;
    private readonly Stack<int> _open = new();

    public LinkageTree(ReachabilityEdge[] edges)
    {
        _items = edges.Length + 1;
        var weights = new double[edges.Length];
        for (int i = 0; i < edges.Length; i++)
        {
            weights[i] = edges[i].Distance;
        }

        Array.Sort(weights, edges);
        _left = new int[edges.Length];
        _right = new int[edges.Length];
        _distances = weights;
        _sizes = new int[edges.Length];
        var sets = new DisjointSets(_items);
        var nodeOf = new int[_items];
        for (int i = 0; i < _items; i++)
        {
            nodeOf[i] = i;
        }

        for (int merge = 0; merge < edges.Length; merge++)
        {
            int first = sets.Find(edges[merge].First);
            int second = sets.Find(edges[merge].Second);
            _left[merge] = nodeOf[first];
            _right[merge] = nodeOf[second];
            _sizes[merge] = Size(nodeOf[first]) + Size(nodeOf[second]);
            sets.Join(first, second);
            nodeOf[sets.Find(first)] = _items + merge;
        }
    }

    /// <summary>The node of all items.</summary>
    public int Root => _items + _left.Length - 1;

    /// <summary>The smallest distance above 0 at which anything merges; infinite when there is none.</summary>
    public double SmallestDistance
    {
        get
        {
            foreach (double distance in _distances)
            {
                if (distance > 0)
                {
                    return distance;
                }
            }

            return double.PositiveInfinity;
        }
    }

    /// <summary>How many items a node has.</summary>
    public int Size(int node) => node < _items ? 1 : _sizes[node - _items];

    /// <summary>The distance at which the parts of a node merge.</summary>
    public double Distance(int node) => _distances[node - _items];

    /// <summary>Fills a list with the nodes that a node falls into just below its distance.</summary>
    public void Parts(int node, List<int> parts)
    {
        parts.Clear();
        double distance = Distance(node);
        _open.Push(node);
        while (_open.TryPop(out int next))
        {
            if (next >= _items && Distance(next) == distance)
            {
                _open.Push(_right[next - _items]);
                _open.Push(_left[next - _items]);
            }
            else
            {
                parts.Add(next);
            }
        }
    }

    /// <summary>Calls an action for each item of a node.</summary>
    public void ForEachItem(int node, Action<int> action)
    {
        _open.Push(node);
        while (_open.TryPop(out int next))
        {
            if (next < _items)
            {
                action(next);
                continue;
            }

            _open.Push(_right[next - _items]);
            _open.Push(_left[next - _items]);
        }
    }
}
