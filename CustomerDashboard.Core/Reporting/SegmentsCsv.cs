using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Personas;
using CustomerDashboard.Core.Segmentation;

namespace CustomerDashboard.Core.Reporting;

/// <summary>One row per segment: its persona, size, revenue, and the mean and median of every feature.</summary>
public static class SegmentsCsv
{
    public static void Write(TextWriter output, CustomerFeatureTable features, SegmentSolution segments, PersonaSet? personas)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(segments);
        var csv = new CsvTable(output);
        csv.Text("Segment").Text("Persona").Text("Customers").Text("CustomerShare").Text("Revenue").Text("RevenueShare").Text("Silhouette");
        foreach (FeatureDefinition definition in features.Definitions)
        {
            csv.Text($"{definition.Id}Mean").Text($"{definition.Id}Median");
        }

        csv.EndRow();
        foreach (SegmentSummary segment in segments.Segments)
        {
            csv.Whole(segment.Id).Text(CustomersCsv.NameOf(personas, segment.Id)).Whole(segment.Size).Number(segment.CustomerShare);
            csv.Number(segment.Revenue).Number(segment.RevenueShare).Number(segment.Silhouette);
            foreach (FeatureDefinition definition in features.Definitions)
            {
                csv.Number(segment.Find(definition.Id)?.Mean).Number(segment.Find(definition.Id)?.Median);
            }

            csv.EndRow();
        }
    }
}
