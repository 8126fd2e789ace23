using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Segmentation.Methods;

/// <summary>What a method works on.</summary>
/// <param name="Table">The customers' features as they are.</param>
/// <param name="Prepared">The chosen features, filled and scaled.</param>
/// <param name="Options">All settings.</param>
/// <param name="Smallest">The fewest segments to try.</param>
/// <param name="Largest">The most segments to try.</param>
/// <param name="Progress">Told what is being done.</param>
/// <param name="Cancellation">Stops the work.</param>
internal sealed record DividerContext(
    CustomerFeatureTable Table,
    PreparedFeatures Prepared,
    SegmentationOptions Options,
    int Smallest,
    int Largest,
    IProgress<WorkProgress>? Progress,
    CancellationToken Cancellation)
{
    public Matrix Points => Prepared.Points;

    /// <summary>The reach DBSCAN found for all customers, for trying it again on some of them.</summary>
    public double? Epsilon { get; init; }
}
