namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>An edge of a spanning tree between two positions of a <see cref="Neighbours.KdTree"/>.</summary>
internal readonly record struct ReachabilityEdge(int First, int Second, double Distance);
