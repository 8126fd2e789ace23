namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>A chain of clusters, each followed by its nearest neighbour.</summary>
internal sealed class NeighbourChain
{
    private readonly int[] _members;
    private readonly int[] _places;
    private int _length;

    public NeighbourChain(int clusters)
    {
        _members = new int[clusters];
        _places = new int[clusters];
        Array.Fill(_places, -1);
    }

    /// <summary>The member before the last, or -1.</summary>
    public int Previous => _length > 1 ? _members[_length - 2] : -1;

    /// <summary>The last member; an empty chain begins at <paramref name="first"/>.</summary>
    public int Top(int first)
    {
        if (_length == 0)
        {
            Follow(first);
        }

        return _members[_length - 1];
    }

    /// <summary>
    /// Goes on to the nearest neighbour. Rounding can make one that stands further back the nearest: then the chain goes back to it.
    /// </summary>
    public void Follow(int cluster)
    {
        if (_places[cluster] >= 0)
        {
            while (_members[_length - 1] != cluster)
            {
                Drop();
            }

            return;
        }

        _places[cluster] = _length;
        _members[_length++] = cluster;
    }

    /// <summary>Takes the last two members off, which are being joined.</summary>
    public void DropTwo()
    {
        Drop();
        Drop();
    }

    /// <summary>A cluster has moved to another slot.</summary>
    public void Rename(int from, int to)
    {
        int place = _places[from];
        _places[from] = -1;
        _places[to] = place;
        if (place >= 0)
        {
            _members[place] = to;
        }
    }

    private void Drop() => _places[_members[--_length]] = -1;
}
