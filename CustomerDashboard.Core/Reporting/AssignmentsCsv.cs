using CustomerDashboard.Core.Segmentation;

namespace CustomerDashboard.Core.Reporting;

/// <summary>New customers and the segments they were put into, one row each.</summary>
public static class AssignmentsCsv
{
    /// <summary>Writes the rows.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="featureIds">The features to write, by id.</param>
    /// <param name="customers">The new customers.</param>
    /// <param name="assignments">Their segments, in the same order.</param>
    /// <param name="names">The name of each segment, by its id.</param>
    public static void Write(
        TextWriter output, IReadOnlyList<string> featureIds, IReadOnlyList<NewCustomer> customers, IReadOnlyList<SegmentAssignment> assignments, IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(featureIds);
        ArgumentNullException.ThrowIfNull(customers);
        ArgumentNullException.ThrowIfNull(assignments);
        ArgumentNullException.ThrowIfNull(names);
        var csv = new CsvTable(output);
        csv.Row(["Customer", .. featureIds, "Segment", "SegmentName", "Confidence", "RunnerUp", "RunnerUpName", "RunnerUpShare", "Notes"]);
        for (int i = 0; i < customers.Count; i++)
        {
            SegmentAssignment assigned = assignments[i];
            csv.Text(customers[i].Id);
            foreach (string id in featureIds)
            {
                csv.Number(customers[i].Values.TryGetValue(id, out double value) ? value : null);
            }

            csv.Whole(assigned.SegmentId).Text(names[assigned.SegmentId]).Number(assigned.Confidence);
            csv.Whole(assigned.RunnerUpId).Text(assigned.RunnerUpId is { } other ? names[other] : null).Number(assigned.RunnerUpId is null ? null : assigned.RunnerUpShare);
            csv.Text(string.Join(' ', assigned.Notes)).EndRow();
        }
    }
}
