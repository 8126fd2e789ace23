using CustomerDashboard.Core.Analysis;

namespace CustomerDashboard.Workspaces;

/// <summary>What went wrong in an analysis, in words.</summary>
internal static class FailedStages
{
    /// <summary>Each failed stage with its message, in the order of the stages; null when none failed.</summary>
    public static string? Describe(AnalysisResult result)
    {
        if (!result.HasFailure)
        {
            return null;
        }

        IEnumerable<string> failures = result.Stages
            .Where(stage => stage.Value.State == StageState.Failed)
            .OrderBy(stage => stage.Key)
            .Select(stage => $"{stage.Key}: {stage.Value.Message}");
        return string.Join(" ", failures);
    }
}
