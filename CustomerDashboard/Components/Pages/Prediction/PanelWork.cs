using CustomerDashboard.Components.Pages.Common;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Components.Pages.Prediction;

/// <summary>Work of some seconds that a panel starts: it runs beside the page, tells how far it is, and can be stopped.</summary>
public sealed class PanelWork : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(150);

    private CancellationTokenSource? stop;
    private DateTime told;

    public bool Running { get; private set; }

    /// <summary>What is being done, in words.</summary>
    public string Activity { get; private set; } = "";

    /// <summary>Share done; null when it is not known.</summary>
    public double? Share { get; private set; }

    /// <summary>Why the last work came to nothing; null when it did not.</summary>
    public string? Problem { get; private set; }

    /// <summary>Stops what runs and runs this; null when it was stopped or came to nothing. Called on the page's own thread.</summary>
    public async Task<T?> RunAsync<T>(Func<IProgress<WorkProgress>, CancellationToken, T> work, Action changed)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(changed);
        Cancel();
        var own = stop = new CancellationTokenSource();
        var token = own.Token;
        (Running, Activity, Share, Problem) = (true, "", null, null);
        var progress = new Progress<WorkProgress>(step =>
        {
            if (!ReferenceEquals(own, stop) || !Running)
            {
                return;
            }

            (Activity, Share) = (step.Activity, double.IsFinite(step.Fraction) ? Math.Clamp(step.Fraction, 0, 1) : null);
            if (DateTime.UtcNow - told > Interval)
            {
                told = DateTime.UtcNow;
                changed();
            }
        });
        changed();
        try
        {
            return await Task.Run(() => work(progress, token), token);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
        catch (Exception cannot) when (cannot is ArgumentException or InvalidOperationException)
        {
            Problem = RefusedChange.Words(cannot);
            return null;
        }
        finally
        {
            if (ReferenceEquals(own, stop))
            {
                Running = false;
                stop = null;
            }

            own.Dispose();
        }
    }

    public void Cancel()
    {
        stop?.Cancel();
        stop = null;
        Running = false;
    }

    public void Dispose() => Cancel();
}
