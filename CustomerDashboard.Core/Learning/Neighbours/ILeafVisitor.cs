namespace CustomerDashboard.Core.Learning.Neighbours;

/// <summary>What a search of a <see cref="KdTree"/> is for: it says how far to look and takes what is found.</summary>
internal unsafe interface ILeafVisitor
{
    /// <summary>The squared distance up to which points matter now, itself included; finite.</summary>
    double Bound { get; }

    /// <summary>Whether nothing below a node matters, however near it is.</summary>
    bool Skips(int node);

    /// <summary>Takes a leaf.</summary>
    /// <param name="firstPosition">The position in the tree of its first point.</param>
    /// <param name="near">As bits, which of its points are within the bound.</param>
    /// <param name="squares">The squared distances of its sixteen points.</param>
    void Visit(int firstPosition, uint near, double* squares);
}
