namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>One merge as it is drawn: up from (LeftX, LeftHeight) to Height, across, and down to (RightX, RightHeight).</summary>
/// <param name="Node">n + the number of the merge.</param>
/// <param name="LeftX">Where its left branch stands, in tips counted from 0.</param>
/// <param name="LeftHeight">The height of its left branch.</param>
/// <param name="RightX">Where its right branch stands.</param>
/// <param name="RightHeight">The height of its right branch.</param>
/// <param name="Height">The height of the merge.</param>
/// <param name="Size">How many points lie below.</param>
/// <param name="FirstLeaf">One of the leaves below: where a cut lies above <paramref name="Height"/>, its label is that of the whole branch.</param>
public readonly record struct DendrogramLink(
    int Node, double LeftX, double LeftHeight, double RightX, double RightHeight, double Height, int Size, int FirstLeaf);
