namespace CustomerDashboard.Core.Analysis;

/// <summary>
/// The result of one run as it grows. Whoever reads along is told when something that had to be computed is ready, and what was
/// kept from before at the latest when the next computing begins: a run that only looks up tells nothing until it is whole.
/// </summary>
internal sealed class EmergingResult(IProgress<AnalysisResult>? readers)
{
    private readonly Lock _gate = new();
    private AnalysisResult? _soFar;
    private bool _untold;

    /// <summary>What there is now.</summary>
    public AnalysisResult Current => _soFar ?? throw new InvalidOperationException("No stage has ended yet.");

    public void Begin(AnalysisResult first)
    {
        lock (_gate)
        {
            _soFar = first;
            _untold = true;
        }
    }

    /// <summary>Adds what a stage gave, with what became of it.</summary>
    public void Put(AnalysisStage stage, StageOutcome outcome, Func<AnalysisResult, AnalysisResult> add)
    {
        lock (_gate)
        {
            AnalysisResult with = add(Current);
            _soFar = with with { Stages = new Dictionary<AnalysisStage, StageOutcome>(with.Stages) { [stage] = outcome } };
            _untold = true;
            if (outcome is { FromCache: false, State: not StageState.Unavailable })
            {
                TellUnderLock();
            }
        }
    }

    /// <summary>Hands out what there is, if readers do not have it yet.</summary>
    public void Tell()
    {
        lock (_gate)
        {
            TellUnderLock();
        }
    }

    // Told under the lock, so that no reader is handed an older state after a newer one.
    private void TellUnderLock()
    {
        if (_untold && _soFar is not null)
        {
            _untold = false;
            readers?.Report(_soFar);
        }
    }
}
