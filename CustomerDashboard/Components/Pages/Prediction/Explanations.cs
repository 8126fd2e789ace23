using CustomerDashboard.Core.Prediction;
using CustomerDashboard.Core.Prediction.Models;

namespace CustomerDashboard.Components.Pages.Prediction;

/// <summary>What was taken apart on this page, each once; a newer result lets go of all of it.</summary>
public sealed class Explanations : IDisposable
{
    private readonly Dictionary<(TaskResult, ModelKind), Task<ExplainedTask>> known = [];
    private CancellationTokenSource stop = new();

    /// <summary>Takes a model apart in the background, or hands out what was.</summary>
    public Task<ExplainedTask> OfAsync(TaskResult task, ModelKind model, PredictionOptions options)
    {
        ArgumentNullException.ThrowIfNull(task);
        if (!known.TryGetValue((task, model), out var explained) || explained.IsFaulted || explained.IsCanceled)
        {
            var token = stop.Token;
            known[(task, model)] = explained = Task.Run(() => ExplainedTask.Of(task, model, options, token), token);
        }

        return explained;
    }

    /// <summary>Stops what runs and forgets what was found.</summary>
    public void Clear()
    {
        stop.Cancel();
        stop.Dispose();
        stop = new CancellationTokenSource();
        known.Clear();
    }

    public void Dispose()
    {
        stop.Cancel();
        stop.Dispose();
    }
}
