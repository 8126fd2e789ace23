using CustomerDashboard.Core.Learning.Metrics;

namespace CustomerDashboard.Core.Segmentation;

/// <summary>Everything the segmentation page shows, for every k of the sweep, so that its slider only looks things up.</summary>
public sealed record SegmentationResult
{
    /// <summary>The options it was computed with.</summary>
    public required SegmentationOptions Options { get; init; }

    /// <summary>Why no segments could be formed, in words a person can act on; null when they were. All lists below are then empty.</summary>
    public string? Failure { get; init; }

    public bool HasSegments => Failure is null;

    /// <summary>What was done differently from what was asked, in plain words.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The customers as the grouping saw them; null when there was a failure.</summary>
    public PreparedFeatures? Prepared { get; init; }

    /// <summary>One entry per k tried, ascending.</summary>
    public IReadOnlyList<SweepEntry> Sweep { get; init; } = [];

    /// <summary>Where the curve of inertia over k bends, and why there.</summary>
    public ElbowResult? Elbow { get; init; }

    public KSuggestion? Suggestion { get; init; }

    /// <summary>The number of segments in use: the person's choice, else the suggestion; 0 when there was a failure.</summary>
    public int ChosenK { get; init; }

    /// <summary>One solution per entry of <see cref="Sweep"/>, in the same order.</summary>
    public IReadOnlyList<SegmentSolution> Solutions { get; init; } = [];

    /// <summary>What the method can show beyond its segments.</summary>
    public MethodFindings Findings { get; init; } = new();

    /// <summary>Principal components of the features the grouping used.</summary>
    public Projection? Projection { get; init; }

    /// <summary>Principal components of all features that vary, each standardised.</summary>
    public Projection? AllFeatures { get; init; }

    /// <summary>The solution in use.</summary>
    /// <exception cref="InvalidOperationException">No segments could be formed.</exception>
    public SegmentSolution Chosen => Find(ChosenK) ?? throw new InvalidOperationException(Failure ?? "There are no segments.");

    /// <summary>The solution with k segments, or null when k was not tried.</summary>
    public SegmentSolution? Find(int k)
    {
        for (int i = 0; i < Solutions.Count; i++)
        {
            if (Solutions[i].K == k)
            {
                return Solutions[i];
            }
        }

        return null;
    }
}
