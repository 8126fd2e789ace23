using CustomerDashboard.Core.Learning.Metrics;

namespace CustomerDashboard.Core.Segmentation.Methods;

/// <summary>What a method found.</summary>
/// <param name="Divisions">The divisions, number of clusters ascending; one for methods that find the number themselves.</param>
internal sealed record DividerResult(IReadOnlyList<Division> Divisions)
{
    /// <summary>Why there is no division, in words; null when there is one.</summary>
    public string? Failure { get; init; }

    /// <summary>The bend of the inertia over k, where several were tried.</summary>
    public ElbowResult? Elbow { get; init; }

    /// <summary>What was done differently from what was asked.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>What only this method can show.</summary>
    public MethodFindings Findings { get; init; } = new();

    public static DividerResult Failed(string reason) => new([]) { Failure = reason };
}
