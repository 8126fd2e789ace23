namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>A branch whose inside is not drawn; it stands at x = its place in the list.</summary>
/// <param name="Node">The leaf, or n + the number of the merge that made it.</param>
/// <param name="Size">How many points it has.</param>
/// <param name="Height">The height of its own last merge; 0 for a leaf.</param>
/// <param name="FirstLeaf">One of its leaves, to look its label up in a cut.</param>
public readonly record struct DendrogramTip(int Node, int Size, double Height, int FirstLeaf);
