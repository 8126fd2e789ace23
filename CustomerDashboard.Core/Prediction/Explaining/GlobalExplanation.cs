using CustomerDashboard.Core.Learning.Explanation;

namespace CustomerDashboard.Core.Prediction.Explaining;

/// <summary>What a model goes by, over many customers.</summary>
public sealed record GlobalExplanation
{
    /// <summary>How the parts were found.</summary>
    public required ExplanationMethod Method { get; init; }

    /// <summary>What the parts add up to.</summary>
    public required ExplanationScale Scale { get; init; }

    /// <summary>Both in words.</summary>
    public required string MethodInWords { get; init; }

    /// <summary>The chance, or the amount, of the average customer.</summary>
    public required double Start { get; init; }

    /// <summary>Which of the rows given were explained, ascending; the dots of the swarm are in this order.</summary>
    public required int[] Rows { get; init; }

    /// <summary>Every feature, the most important first.</summary>
    public required IReadOnlyList<FeatureEffect> Features { get; init; }

    /// <summary>The same features, customer by customer, the most important first.</summary>
    public required IReadOnlyList<SwarmFeature> Swarm { get; init; }
}
