namespace CustomerDashboard.Core.Analysis;

/// <summary>
/// Runs stages as soon as what they need is there, as many at a time as the machine has cores; of those that wait, the one
/// that stands first in <see cref="StageDescription.All"/> goes first. Each has a thread of its own: a stage that waits for its own
/// parallel loops must not hold a thread of the pool those run on.
/// </summary>
internal sealed class StageSchedule(int atOnce)
{
    private readonly Lock _gate = new();
    private readonly PriorityQueue<TaskCompletionSource, (int Place, int Arrival)> _waiting = new();
    private readonly List<Task> _started = [];
    private int _free = Math.Max(1, atOnce);
    private int _arrivals;

    /// <summary>Runs the work when the input is there and a place is free.</summary>
    public Task<TOut> After<TIn, TOut>(AnalysisStage stage, Task<TIn> input, Func<TIn, TOut> work)
    {
        var result = new TaskCompletionSource<TOut>();
        lock (_gate)
        {
            _started.Add(result.Task);
        }

        _ = RunAsync(stage, input, work, result);
        return result.Task;
    }

    /// <summary>Waits until nothing is at work any more, then throws what went wrong first, if anything did.</summary>
    public void Finish()
    {
        Task[] all;
        lock (_gate)
        {
            all = [.. _started];
        }

        Task.WhenAny(Task.WhenAll(all)).GetAwaiter().GetResult();
        // Those after a failed stage fail of the same; a request to stop is no news beside a failure.
        Task? failed = Array.Find(all, task => task.IsFaulted) ?? Array.Find(all, task => task.IsCanceled);
        failed?.GetAwaiter().GetResult();
    }

    private async Task RunAsync<TIn, TOut>(AnalysisStage stage, Task<TIn> input, Func<TIn, TOut> work, TaskCompletionSource<TOut> result)
    {
        bool placed = false;
        try
        {
            TIn value = await input.ConfigureAwait(false);
            await PlaceAsync(stage).ConfigureAwait(false);
            placed = true;
            // The stages that need this one line up as its result is set, before its place is given to the first of those that wait.
            result.SetResult(await Task.Factory.StartNew(
                () => work(value), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).ConfigureAwait(false));
        }
        catch (OperationCanceledException)
        {
            result.SetCanceled(CancellationToken.None);
        }
#pragma warning disable CA1031 // Whatever it is, it is thrown where the result is waited for.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            result.SetException(failure);
        }
        finally
        {
            if (placed)
            {
                Leave();
            }
        }
    }

    private Task PlaceAsync(AnalysisStage stage)
    {
        lock (_gate)
        {
            if (_free > 0)
            {
                _free--;
                return Task.CompletedTask;
            }

            var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Enqueue(turn, (StageDescription.Place(stage), _arrivals++));
            return turn.Task;
        }
    }

    private void Leave()
    {
        lock (_gate)
        {
            if (_waiting.TryDequeue(out TaskCompletionSource? next, out _))
            {
                next.SetResult();
            }
            else
            {
                _free++;
            }
        }
    }
}
