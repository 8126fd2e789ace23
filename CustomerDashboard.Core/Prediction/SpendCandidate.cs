namespace CustomerDashboard.Core.Prediction;

/// <summary>One way of foretelling spend: learns from the first sample and foretells the second.</summary>
internal sealed record SpendCandidate(
    string Id, string Name, bool IsBaseline, string Description, Func<TaskSample, TaskSample, double[]> Forecast);
