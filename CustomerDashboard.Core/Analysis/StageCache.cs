namespace CustomerDashboard.Core.Analysis;

/// <summary>
/// Results of stages by key, bounded by an estimate of their bytes: what was used longest ago goes first. Safe to share
/// between threads and workspaces; a key says all that a result depends on, so equal work is done once.
/// </summary>
public sealed class StageCache
{
    private readonly Lock _gate = new();
    private readonly long _capacity;
    private readonly Dictionary<string, LinkedListNode<Entry>> _entries = new(StringComparer.Ordinal);
    private readonly LinkedList<Entry> _byUse = new();
    private long _bytes;

    /// <param name="capacity">About how many bytes the kept results may take together.</param>
    public StageCache(long capacity)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(capacity);
        _capacity = capacity;
    }

    /// <summary>About how many bytes are held.</summary>
    public long Bytes
    {
        get
        {
            lock (_gate)
            {
                return _bytes;
            }
        }
    }

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _entries.Count;
            }
        }
    }

    /// <summary>The result kept under this key, or null.</summary>
    public T? Find<T>(string key)
        where T : class
    {
        lock (_gate)
        {
            if (!_entries.TryGetValue(key, out var node))
            {
                return null;
            }

            _byUse.Remove(node);
            _byUse.AddFirst(node);
            return node.Value.Result as T;
        }
    }

    /// <summary>Keeps a result; one that is larger than the whole cache is not kept.</summary>
    public void Keep(string key, object result, long bytes)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentOutOfRangeException.ThrowIfNegative(bytes);
        lock (_gate)
        {
            if (_entries.Remove(key, out var old))
            {
                _byUse.Remove(old);
                _bytes -= old.Value.Bytes;
            }

            if (bytes > _capacity)
            {
                return;
            }

            while (_bytes + bytes > _capacity && _byUse.Last is { } oldest)
            {
                _byUse.RemoveLast();
                _entries.Remove(oldest.Value.Key);
                _bytes -= oldest.Value.Bytes;
            }

            _entries[key] = _byUse.AddFirst(new Entry(key, result, bytes));
            _bytes += bytes;
        }
    }

    private sealed record Entry(string Key, object Result, long Bytes);
}
