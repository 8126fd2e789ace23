namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>
/// Sets that are joined by several threads at once (R. J. Anderson, H. Woll, "Wait-free parallel algorithms for the union-find
/// problem", 1991). The root of a set is its smallest member in the end, whoever joined what first.
/// </summary>
internal sealed class DisjointSets
{
    private readonly int[] _parents;

    public DisjointSets(int count)
    {
        _parents = new int[count];
        for (int i = 0; i < count; i++)
        {
            _parents[i] = i;
        }
    }

    /// <summary>The root of the set an item is in.</summary>
    public int Find(int item)
    {
        int parent = Volatile.Read(ref _parents[item]);
        while (parent != item)
        {
            // Only roots are ever joined, so shortening the way to them cannot undo a join.
            int above = Volatile.Read(ref _parents[parent]);
            if (above != parent)
            {
                Volatile.Write(ref _parents[item], above);
            }

            item = parent;
            parent = above;
        }

        return item;
    }

    /// <summary>Joins the sets of two items.</summary>
    /// <returns>Whether they were apart.</returns>
    public bool Join(int first, int second)
    {
        while (true)
        {
            int a = Find(first);
            int b = Find(second);
            if (a == b)
            {
                return false;
            }

            (int lower, int upper) = a < b ? (a, b) : (b, a);
            if (Interlocked.CompareExchange(ref _parents[upper], lower, upper) == upper)
            {
                return true;
            }
        }
    }
}
