namespace CustomerDashboard.Core.Learning.Graphs;

/// <summary>Where each node is drawn: both coordinates from 0 to 1.</summary>
public sealed record GraphLayout(float[] X, float[] Y);
