using CustomerDashboard.Core.Analysis;
using CustomerDashboard.Core.DataImport;
using CustomerDashboard.Jobs;
using Microsoft.Extensions.Options;

namespace CustomerDashboard.Workspaces;

/// <summary>
/// The open workspaces of the whole program, each once, whoever looks at it. Only so many hold their results in memory;
/// the one looked at longest ago gives way.
/// </summary>
public sealed class WorkspaceRegistry
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Workspace> _open = new(StringComparer.Ordinal);
    private readonly LinkedList<Workspace> _loaded = new();
    private readonly JobRunner _jobs;
    private readonly StageCache _cache;
    private readonly int _capacity;

    public WorkspaceRegistry(WorkspaceStore store, JobRunner jobs, IOptions<WorkspaceOptions> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Store = store;
        _jobs = jobs;
        _cache = new StageCache(Math.Max(0, options.Value.CacheBytes));
        _capacity = Math.Max(1, options.Value.LoadedResults);
        Limits = options.Value.Limits;
    }

    public WorkspaceStore Store { get; }

    /// <summary>What a file may ask of this server.</summary>
    public ImportLimits Limits { get; }

    /// <summary>The workspace, opened if it is not yet.</summary>
    /// <exception cref="WorkspaceException">It is not there or cannot be read back.</exception>
    public Workspace Open(string id)
    {
        lock (_gate)
        {
            if (_open.TryGetValue(id, out Workspace? known))
            {
                return known;
            }

            var workspace = new Workspace(
                Store.Read(id), Store, _jobs, owner => new AnalysisPipeline(_cache, Store.Imports(owner), Limits));
            workspace.Loaded += Touch;
            _open[id] = workspace;
            return workspace;
        }
    }

    /// <summary>Notes that a workspace's result is looked at, and has the ones looked at longest ago make room.</summary>
    public void Touch(Workspace workspace)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        lock (_gate)
        {
            if (ReferenceEquals(_loaded.First?.Value, workspace))
            {
                return;
            }

            _loaded.Remove(workspace);
            _loaded.AddFirst(workspace);
            while (_loaded.Count > _capacity)
            {
                Workspace oldest = _loaded.Last!.Value;
                _loaded.RemoveLast();
                oldest.Unload();
            }
        }
    }

    public void Rename(string id, string name)
    {
        WorkspaceRecord renamed = Store.Rename(id, name);
        Workspace? open;
        lock (_gate)
        {
            open = _open.GetValueOrDefault(id);
        }

        open?.Renamed(renamed);
    }

    public async Task DeleteAsync(string id)
    {
        Workspace? open;
        lock (_gate)
        {
            if (_open.Remove(id, out open))
            {
                _loaded.Remove(open);
            }
        }

        if (open is not null)
        {
            open.Close();
            // The folder must not be taken from under a stage that reads from it.
            await Task.WhenAny(open.WhenIdleAsync(), Task.Delay(TimeSpan.FromSeconds(10)));
        }

        await Task.Run(() => Store.Delete(id));
    }
}
