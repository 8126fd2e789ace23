namespace CustomerDashboard.Core.Learning.ModelSelection;

/// <summary>Which rows to learn from and which to test on; both ascending, together every row once.</summary>
public sealed record TrainTestSplit(int[] Train, int[] Test);
