using System.Diagnostics;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Analysis;

/// <summary>Runs the stages of one analysis: looks each up, computes what is not kept, and notes what became of it.</summary>
internal sealed class StageRunner(StageCache? cache, IProgress<AnalysisProgress>? progress, CancellationToken cancellationToken)
{
    // Rough shares of a whole run, measured on the real file, so that the bar moves at an even pace.
    private static readonly double[] Start = [0, .45, .55, .58, .78, .82, 1];

    private readonly Dictionary<AnalysisStage, StageOutcome> _outcomes = [];

    public IReadOnlyDictionary<AnalysisStage, StageOutcome> Outcomes => _outcomes;

    /// <summary>Runs a stage without which there is no result at all.</summary>
    public T Require<T>(AnalysisStage stage, string key, Func<IProgress<WorkProgress>, T> compute, Func<T, long> bytes)
        where T : class
    {
        cancellationToken.ThrowIfCancellationRequested();
        long started = Stopwatch.GetTimestamp();
        T? kept = cache?.Find<T>(key);
        var report = new StageProgress(stage, progress);
        report.Report(new WorkProgress(Words(stage), 0));
        T result = kept ?? compute(report);
        if (kept is null)
        {
            cache?.Keep(key, result, bytes(result));
        }

        _outcomes[stage] = new StageOutcome(StageState.Ready, Stopwatch.GetElapsedTime(started), null, kept is not null, key);
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
            _outcomes[stage] = new StageOutcome(StageState.Failed, Stopwatch.GetElapsedTime(started), Describe(failure), false, key);
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

        StageOutcome? cause = null;
        foreach (AnalysisStage earlier in Enum.GetValues<AnalysisStage>())
        {
            if (cause is null && _outcomes.TryGetValue(earlier, out StageOutcome? outcome) && outcome.State != StageState.Ready)
            {
                cause = outcome;
            }
        }

        MarkUnavailable(stage, cause?.Message ?? "A stage before it has no result.");
        return null;
    }

    public void MarkUnavailable(AnalysisStage stage, string message)
    {
        _outcomes[stage] = _outcomes.TryGetValue(stage, out StageOutcome? known)
            ? known with { State = StageState.Unavailable, Message = message }
            : new StageOutcome(StageState.Unavailable, TimeSpan.Zero, message, false, string.Empty);
    }

    private static string Words(AnalysisStage stage) => stage switch
    {
        AnalysisStage.Import => "Reading the file",
        AnalysisStage.Cleaning => "Cleaning",
        AnalysisStage.Features => "Describing customers",
        AnalysisStage.Segmentation => "Finding segments",
        AnalysisStage.Personas => "Writing personas",
        _ => "Learning to predict",
    };

    private static string Describe(Exception failure)
    {
        if (failure is AggregateException { InnerExceptions.Count: 1 } one)
        {
            return Describe(one.InnerExceptions[0]);
        }

        int parameter = failure is ArgumentException ? failure.Message.IndexOf(" (Parameter '", StringComparison.Ordinal) : -1;
        return parameter < 0 ? failure.Message : failure.Message[..parameter];
    }

    private sealed class StageProgress(AnalysisStage stage, IProgress<AnalysisProgress>? outer) : IProgress<WorkProgress>
    {
        public void Report(WorkProgress value)
        {
            double from = Start[(int)stage];
            double share = double.IsFinite(value.Fraction) ? Math.Clamp(value.Fraction, 0, 1) : 0;
            outer?.Report(new AnalysisProgress(stage, value, from + (share * (Start[(int)stage + 1] - from))));
        }
    }
}
