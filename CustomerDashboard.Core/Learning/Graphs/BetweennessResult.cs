namespace CustomerDashboard.Core.Learning.Graphs;

/// <summary>How often nodes lie between others.</summary>
/// <param name="Values">Per node: the share of the pairs of other nodes whose shortest ways run through it, from 0 to 1; a pair with several equally short ways counts for each in part.</param>
/// <param name="Sources">From how many nodes the ways were followed.</param>
/// <param name="IsExact">False when it is an estimate from some of the nodes.</param>
public sealed record BetweennessResult(double[] Values, int Sources, bool IsExact);
