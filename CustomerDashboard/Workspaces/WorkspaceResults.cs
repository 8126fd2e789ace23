using CustomerDashboard.Core.Analysis;
using CustomerDashboard.Core.Segmentation;

namespace CustomerDashboard.Workspaces;

/// <summary>
/// What a workspace has to show: the last good whole result and, while a run is under way, for each stage the newest result in
/// which that stage is ready. Every result handed out is consistent in itself, though some of its later stages may be missing.
/// Not safe for several threads at once: the workspace's lock guards it.
/// </summary>
internal sealed class WorkspaceResults(SegmentAnchorFile colours)
{
    private readonly Dictionary<AnalysisStage, AnalysisResult> _emerging = [];

    /// <summary>The last good result with all its stages, or null.</summary>
    public AnalysisResult? Whole { get; private set; }

    /// <summary>The colours that the next run is to keep.</summary>
    public SegmentAnchor? Colours => colours.Current;

    /// <summary>The newest result in which the stage has ended; null when there is none.</summary>
    public AnalysisResult? For(AnalysisStage stage) => _emerging.GetValueOrDefault(stage) ?? Whole;

    /// <summary>Takes over what a run has come to.</summary>
    /// <returns>False when it is not to be shown: a run that goes wrong leaves the last good result standing.</returns>
    public bool Emerge(AnalysisResult soFar)
    {
        if (soFar.HasFailure && Whole is not null)
        {
            return false;
        }

        foreach (AnalysisStage stage in soFar.Stages.Keys)
        {
            _emerging[stage] = soFar;
        }

        return true;
    }

    /// <summary>Puts the result of a run that came through in place of the last good one, unless a stage of it failed.</summary>
    /// <returns>False when the last good one stays.</returns>
    public bool Complete(AnalysisResult result)
    {
        if (result.HasFailure && Whole is not null)
        {
            Discard();
            return false;
        }

        _emerging.Clear();
        Whole = result;
        KeepColours(result);
        return true;
    }

    /// <summary>Goes back to the last good result; without one what the broken-off run had come to is better than nothing.</summary>
    public void Discard()
    {
        if (Whole is not null)
        {
            _emerging.Clear();
        }
    }

    /// <summary>Makes room.</summary>
    public void Clear()
    {
        _emerging.Clear();
        Whole = null;
    }

    /// <summary>
    /// The first division sets the colours for good, as long as some of its customers are still there: were they taken from each result in
    /// turn, going from k = 4 to 7 and back would not restore them.
    /// </summary>
    private void KeepColours(AnalysisResult result)
    {
        if (result is { Segments: { } segments, Features: { } features } && !(colours.Current?.SharesWith(features.CustomerIds) ?? false))
        {
            string?[] kinds = [.. segments.Segments.Select(segment => result.Personas?.Personas[segment.Id].Archetype)];
            colours.Keep(SegmentAnchor.Of(features.CustomerIds, segments, kinds));
        }
    }
}
