using CustomerDashboard.Core.Analysis;
using CustomerDashboard.Core.Segmentation;

namespace CustomerDashboard.Workspaces;

/// <summary>One run of the analysis of a workspace: what it is made of, taken down when it was asked for.</summary>
/// <param name="Record">The file and how it is named.</param>
/// <param name="Options">The recipe.</param>
/// <param name="Store">Where the files are.</param>
/// <param name="Pipeline">Does the work.</param>
internal sealed record WorkspaceRun(WorkspaceRecord Record, AnalysisOptions Options, WorkspaceStore Store, AnalysisPipeline Pipeline)
{
    /// <summary>Runs it through, handing out what it has come to after each stage.</summary>
    public AnalysisResult Execute(
        SegmentAnchor? colours, IProgress<AnalysisProgress> progress, Action<AnalysisResult> asItComes, CancellationToken cancellationToken)
    {
        var input = new AnalysisInput(Store.SourcePath(Record.Id), Record.SourceFile, Record.SourceSha256)
        {
            Anchor = colours,
            Attributes = AttributesFile.Of(Store, Record),
        };
        return Pipeline.Run(input, Options, progress, new Reader(asItComes), cancellationToken);
    }

    /// <summary>Unlike <see cref="Progress{T}"/> it answers at once, on the thread that reports: the order must not change.</summary>
    private sealed class Reader(Action<AnalysisResult> take) : IProgress<AnalysisResult>
    {
        public void Report(AnalysisResult value) => take(value);
    }
}
