using CustomerDashboard.Core.Features;

namespace CustomerDashboard.Components.Pages.Segmentation;

/// <summary>A line of the table of customers.</summary>
/// <param name="Row">The row of the feature table.</param>
/// <param name="Id">The customer.</param>
/// <param name="Segment">The segment's id.</param>
/// <param name="Name">The segment's name.</param>
/// <param name="Slot">The segment's colour.</param>
/// <param name="Rfm">Its RFM scores, such as 555; empty where there are none.</param>
public sealed record SegmentedCustomer(int Row, string Id, int Segment, string Name, int Slot, string Rfm)
{
    /// <summary>All customers of a division, in the order of the feature table.</summary>
    public static SegmentedCustomer[] All(CustomerFeatureTable table, DivisionView view)
    {
        var rows = new SegmentedCustomer[table.RowCount];
        for (var row = 0; row < rows.Length; row++)
        {
            var segment = view.Solution.Segments[view.Solution.Labels[row]];
            rows[row] = new SegmentedCustomer(row, table.CustomerIds[row], segment.Id, view.Names[segment.Id], segment.ColourSlot, view.Rfm?.Cell(row) ?? "");
        }

        return rows;
    }
}
