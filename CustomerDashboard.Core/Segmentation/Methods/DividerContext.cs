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

    /// <summary>The customer of each row here, where some are left out of the grouping; null where they are the same.</summary>
    public int[]? Customers { get; init; }

    /// <summary>The reach DBSCAN found for all customers, for trying it again on some of them.</summary>
    public double? Epsilon { get; init; }

    /// <summary>The same with only the customers that have a value for every feature.</summary>
    public DividerContext OfComplete(int[] rows) => this with
    {
        Table = Table with
        {
            CustomerIds = [.. rows.Select(row => Table.CustomerIds[row])],
            Columns = [.. Table.Columns.Select(column => (double[])[.. rows.Select(row => column[row])])],
            CustomerIndex = Table.CustomerIndex is { } index ? [.. rows.Select(row => index[row])] : null,
        },
        Prepared = Prepared with { Points = Prepared.Points.SelectRows(rows) },
        Customers = rows,
    };
}
