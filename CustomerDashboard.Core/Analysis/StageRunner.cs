using System.Diagnostics;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Analysis;

/// <summary>
/// Runs the stages of one analysis: looks each up, computes what is not kept, and notes what became of it. Stages that do not
/// need each other may run at the same time.
/// </summary>
internal sealed class StageRunner(StageCache? cache, IProgress<AnalysisProgress>? progress, CancellationToken cancellationToken)
{
    // Rough shares of a whole run, measured on the real file, so that the bar moves at an even pace.
    private static readonly double[] Weight = [.42, .09, .03, .2, .04, .14, .08];

    private readonly Lock _gate = new();
    private readonly Dictionary<AnalysisStage, StageOutcome> _outcomes = [];
    private readonly double[] _done = new double[Weight.Length];

    /// <summary>What became of each stage; to be read when all have ended.</summary>
    public IReadOnlyDictionary<AnalysisStage, StageOutcome> Outcomes => _outcomes;

    /// <summary>Runs a stage without which there is no result at all.</summary>
    public T Require<T>(AnalysisStage stage, string key, Func<IProgress<WorkProgress>, T> compute, Func<T, long> bytes)
        where T : class
    {
        cancellationToken.ThrowIfCancellationRequested();
        long started = Stopwatch.GetTimestamp();
        T? kept = cache?.Find<T>(key);
        var report = new StageProgress(stage, this);
        report.Report(new WorkProgress(Words(stage), 0));
        // Who is told of the stage may answer by cancelling, and a kept result asks no more.
        cancellationToken.ThrowIfCancellationRequested();
        T result = kept ?? compute(report);
        if (kept is null)
        {
            cache?.Keep(key, result, bytes(result));
        }

        Note(stage, new StageOutcome(StageState.Ready, Stopwatch.GetElapsedTime(started), null, kept is not null, key));
        report.Report(new WorkProgress(Words(stage), 1));
        return result;
    }

    /// <summary>Runs a stage whose failure leaves the others standing; null when it has no result.</summary>
    public T? Try<T>(AnalysisStage stage, string key, Func<IProgress<WorkProgress>, T> compute, Func<T, long> bytes)
        where T : class
    {
        long started = Stopwatch.GetTimestamp();
        try
        {
            return Require(stage, key, compute, bytes);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // One failing stage must not lose the others, whatever it failed of.
        catch (Exception failure) when (failure is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            Note(stage, new StageOutcome(StageState.Failed, Stopwatch.GetElapsedTime(started), Describe(failure), false, key));
            new StageProgress(stage, this).Report(new WorkProgress(Words(stage), 1));
            return null;
        }
    }

    /// <summary>Runs a stage that needs another's result; without it the stage is unavailable.</summary>
    public TResult? Try<TInput, TResult>(
        AnalysisStage stage, string key, TInput? input, Func<TInput, IProgress<WorkProgress>, TResult> compute, Func<TResult, long> bytes)
        where TInput : class
        where TResult : class
    {
        if (input is not null)
        {
            return Try(stage, key, report => compute(input, report), bytes);
        }

        MarkUnavailable(stage, Cause() ?? "A stage before it has no result.");
        return null;
    }

    /// <summary>Notes that the data do not allow a stage.</summary>
    public void MarkUnavailable(AnalysisStage stage, string message)
    {
        StageOutcome? known;
        lock (_gate)
        {
            _outcomes.TryGetValue(stage, out known);
        }

        Note(stage, known is not null
            ? known with { State = StageState.Unavailable, Message = message }
            : new StageOutcome(StageState.Unavailable, TimeSpan.Zero, message, false, string.Empty));
        new StageProgress(stage, this).Report(new WorkProgress(Words(stage), 1));
    }

    /// <summary>The first stage without a result says why those after it have none.</summary>
    private string? Cause()
    {
        lock (_gate)
        {
            foreach (AnalysisStage earlier in Enum.GetValues<AnalysisStage>())
            {
                if (_outcomes.TryGetValue(earlier, out StageOutcome? outcome) && outcome.State != StageState.Ready)
                {
                    return outcome.Message;
                }
            }
        }

        return null;
    }

    private void Note(AnalysisStage stage, StageOutcome outcome)
    {
        lock (_gate)
        {
            _outcomes[stage] = outcome;
        }
    }

    private double Total(AnalysisStage stage, double share)
    {
        lock (_gate)
        {
            _done[(int)stage] = Math.Max(_done[(int)stage], share);
            double total = 0;
            for (int i = 0; i < Weight.Length; i++)
            {
                total += Weight[i] * _done[i];
            }

            return Math.Min(1, total);
        }
    }

    private static string Words(AnalysisStage stage) => stage switch
    {
        AnalysisStage.Import => "Reading the file",
        AnalysisStage.Cleaning => "Cleaning",
        AnalysisStage.Features => "Describing customers",
        AnalysisStage.Segmentation => "Finding segments",
        AnalysisStage.Personas => "Writing personas",
        AnalysisStage.Prediction => "Learning to predict",
        _ => "Comparing methods",
    };

    public static string Describe(Exception failure)
    {
        if (failure is AggregateException { InnerExceptions.Count: 1 } one)
        {
            return Describe(one.InnerExceptions[0]);
        }

        int parameter = failure is ArgumentException ? failure.Message.IndexOf(" (Parameter '", StringComparison.Ordinal) : -1;
        return parameter < 0 ? failure.Message : failure.Message[..parameter];
    }

    private sealed class StageProgress(AnalysisStage stage, StageRunner run) : IProgress<WorkProgress>
    {
        public void Report(WorkProgress value)
        {
            double share = double.IsFinite(value.Fraction) ? Math.Clamp(value.Fraction, 0, 1) : 0;
            double total = run.Total(stage, share);
            run.Tell(new AnalysisProgress(stage, value, total));
        }
    }

    private void Tell(AnalysisProgress report) => progress?.Report(report);
}
