using System.Runtime.CompilerServices;

namespace CustomerDashboard.Core.Baskets;

/// <summary>
/// A frequent-pattern tree in arrays: baskets as paths from the root, the most frequent product first, that share their
/// beginnings. Products are numbered 0 to <see cref="ItemCount"/> - 1 from the rarest; nodes of a product are chained.
/// </summary>
internal sealed class FpTree
{
    private const int Root = 0;

    private int[] _item = new int[64];
    private int[] _parent = new int[64];
    private int[] _count = new int[64];
    private int[] _next = new int[64];
    private int[] _children = new int[128];
    private int[] _header = [];
    private int _nodes;

    public int ItemCount { get; private set; }

    /// <summary>The rank each of the tree's products has among all.</summary>
    public int[] Ranks { get; private set; } = [];

    /// <summary>The baskets of each of the tree's products.</summary>
    public int[] Totals { get; private set; } = [];

    /// <summary>True while no path has branched off: then every combination of products is as frequent as its rarest.</summary>
    public bool IsSinglePath { get; private set; }

    /// <summary>Empties the tree for so many products; <see cref="Ranks"/> and <see cref="Totals"/> are to be filled.</summary>
    public void Reset(int itemCount)
    {
        if (_header.Length < itemCount)
        {
            int room = Math.Max(itemCount, 2 * _header.Length);
            (_header, Ranks, Totals) = (new int[room], new int[room], new int[room]);
        }

        Array.Clear(_header, 0, itemCount);
        Array.Clear(_children);
        (ItemCount, _nodes, IsSinglePath) = (itemCount, 1, true);
    }

    /// <summary>Adds a path of products, ascending, that so many baskets share.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Insert(ReadOnlySpan<int> path, int baskets)
    {
        int node = Root;
        for (int i = path.Length - 1; i >= 0; i--)
        {
            node = Child(node, path[i]);
            _count[node] += baskets;
        }
    }

    /// <summary>The tree of the baskets that hold a product, with the products frequent among them.</summary>
    /// <returns>False when no product is.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool Condition(int item, int minBaskets, FpTree into, FpScratch scratch)
    {
        int[] totals = scratch.Totals(ItemCount), number = scratch.Numbers(ItemCount), path = scratch.Path(ItemCount);
        Array.Clear(totals, item, ItemCount - item);
        for (int node = _header[item]; node != Root; node = _next[node])
        {
            int baskets = _count[node];
            for (int above = _parent[node]; above != Root; above = _parent[above])
            {
                totals[_item[above]] += baskets;
            }
        }

        int kept = 0;
        for (int other = item + 1; other < ItemCount; other++)
        {
            number[other] = totals[other] >= minBaskets ? kept++ : -1;
        }

        if (kept == 0)
        {
            return false;
        }

        into.Reset(kept);
        for (int other = item + 1; other < ItemCount; other++)
        {
            if (number[other] >= 0)
            {
                (into.Ranks[number[other]], into.Totals[number[other]]) = (Ranks[other], totals[other]);
            }
        }

        for (int node = _header[item]; node != Root; node = _next[node])
        {
            int length = 0;
            for (int above = _parent[node]; above != Root; above = _parent[above])
            {
                int other = number[_item[above]];
                path[length] = other;
                length += other >= 0 ? 1 : 0;
            }

            into.Insert(path.AsSpan(0, length), _count[node]);
        }

        return true;
    }

    /// <summary>Children are found in one table of the whole tree by parent and product: the root may have thousands.</summary>
    private int Child(int parent, int item)
    {
        int mask = _children.Length - 1;
        int at = Hash(parent, item) & mask;
        for (int node; (node = _children[at]) != 0; at = (at + 1) & mask)
        {
            if (_parent[node] == parent && _item[node] == item)
            {
                return node;
            }
        }

        if (_nodes == _item.Length)
        {
            Grow();
            return Child(parent, item);
        }

        IsSinglePath &= parent == _nodes - 1;
        (_item[_nodes], _parent[_nodes], _count[_nodes], _next[_nodes]) = (item, parent, 0, _header[item]);
        _header[item] = _nodes;
        return _children[at] = _nodes++;
    }

    private void Grow()
    {
        int room = _item.Length * 2;
        Array.Resize(ref _item, room);
        Array.Resize(ref _parent, room);
        Array.Resize(ref _count, room);
        Array.Resize(ref _next, room);
        _children = new int[room * 2];
        int mask = _children.Length - 1;
        for (int node = 1; node < _nodes; node++)
        {
            int at = Hash(_parent[node], _item[node]) & mask;
            while (_children[at] != 0)
            {
                at = (at + 1) & mask;
            }

            _children[at] = node;
        }
    }

    private static int Hash(int parent, int item) => (int)(((((ulong)(uint)parent << 32) | (uint)item) * 0x9E3779B97F4A7C15UL) >> 33);
}
