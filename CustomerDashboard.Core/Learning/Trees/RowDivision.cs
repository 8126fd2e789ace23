namespace CustomerDashboard.Core.Learning.Trees;

/// <summary>Rows from one position to another that are to be divided by a split.</summary>
internal readonly record struct RowDivision(int Start, int End, BoostedSplit Split);
