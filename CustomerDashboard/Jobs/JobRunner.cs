using System.Threading.Channels;
using CustomerDashboard.Core.Analysis;
using Microsoft.Extensions.Options;

namespace CustomerDashboard.Jobs;

/// <summary>Runs a bounded number of jobs at a time, in the order they came.</summary>
public sealed class JobRunner : IAsyncDisposable
{
    private readonly Channel<Job> _waiting;
    private readonly CancellationTokenSource _shutdown = new();
    private readonly Task[] _workers;
    private readonly int _capacity;

    public JobRunner(IOptions<JobOptions> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _capacity = Math.Max(1, options.Value.MaximumWaiting);
        _waiting = Channel.CreateBounded<Job>(new BoundedChannelOptions(_capacity) { FullMode = BoundedChannelFullMode.Wait });
        _workers = new Task[Math.Clamp(options.Value.Concurrency, 1, 64)];
        for (int i = 0; i < _workers.Length; i++)
        {
            _workers[i] = Task.Run(WorkAsync);
        }
    }

    /// <summary>Puts work at the end of the queue.</summary>
    /// <param name="owner">The workspace it belongs to.</param>
    /// <param name="work">What to do, on a thread of its own; it reports and heeds cancellation.</param>
    /// <param name="changed">Told of every change from the first on, unlike a handler added afterwards.</param>
    /// <exception cref="JobQueueFullException">Too many jobs wait.</exception>
    public Job Enqueue(string owner, Action<IProgress<AnalysisProgress>, CancellationToken> work, Action<Job>? changed = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(owner);
        ArgumentNullException.ThrowIfNull(work);
        var job = new Job(owner, work);
        job.Changed += changed;
        return _waiting.Writer.TryWrite(job) ? job : throw new JobQueueFullException(_capacity);
    }

    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _shutdown.CancelAsync();
        await Task.WhenAll(_workers);
        while (_waiting.Reader.TryRead(out Job? job))
        {
            job.Cancel();
        }

        _shutdown.Dispose();
    }

    private async Task WorkAsync()
    {
        try
        {
            await foreach (Job job in _waiting.Reader.ReadAllAsync(_shutdown.Token))
            {
                // A thread of its own: minutes of computing would starve the pool that serves the pages.
                await Task.Factory.StartNew(
                    () => job.Run(_shutdown.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            }
        }
        catch (OperationCanceledException)
        {
        }
    }
}
