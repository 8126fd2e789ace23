using System.Globalization;
using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Personas;
using CustomerDashboard.Core.Prediction;
using CustomerDashboard.Core.Segmentation;

namespace CustomerDashboard.Core.Reporting;

/// <summary>One row per customer: id, every feature, RFM scores, segment, persona and what is predicted; sorted by id.</summary>
public static class CustomersCsv
{
    /// <param name="output">Where to write.</param>
    /// <param name="features">The customers.</param>
    /// <param name="segments">The segments in use, or null to leave their columns empty.</param>
    /// <param name="personas">Their personas, or null.</param>
    /// <param name="prediction">The predictions, or null to leave their columns out.</param>
    /// <param name="include">Which rows of the table to write; null writes all.</param>
    /// <param name="rfm">The RFM scores, written as three digits such as 555; null leaves their column out.</param>
    public static void Write(
        TextWriter output, CustomerFeatureTable features, SegmentSolution? segments, PersonaSet? personas, PredictionResult? prediction,
        Func<int, bool>? include = null, RfmScores? rfm = null)
    {
        ArgumentNullException.ThrowIfNull(features);
        bool predicted = prediction is { Customers.Count: > 0 };
        var csv = new CsvTable(output);
        csv.Text("CustomerId");
        foreach (FeatureDefinition definition in features.Definitions)
        {
            csv.Text(definition.Id);
        }

        if (rfm is not null)
        {
            csv.Text("RfmScore");
        }

        csv.Text("Segment").Text("Persona");
        if (predicted)
        {
            csv.Text("RepeatProbability").Text("ChurnProbability").Text("ExpectedSpend").Text("RunRateSpend");
        }

        var tasks = new TaskColumns(prediction);
        tasks.WriteNames(csv);
        csv.EndRow();
        foreach (int row in SortedRows(features.CustomerIds))
        {
            if (include is not null && !include(row))
            {
                continue;
            }

            csv.Text(features.CustomerIds[row]);
            for (int column = 0; column < features.Columns.Count; column++)
            {
                csv.Number(features.Columns[column][row]);
            }

            if (rfm is not null)
            {
                csv.Text(rfm.Cell(row));
            }

            int? segment = segments?.Labels[row];
            csv.Whole(segment).Text(segment is { } id ? NameOf(personas, id) : null);
            if (predicted)
            {
                // A table over a window skips customers, the predictions do not.
                CustomerPrediction expected = prediction!.Customers[features.CustomerIndex?[row] ?? row];
                csv.Number(expected.RepeatProbability).Number(expected.ChurnProbability).Number(expected.ExpectedSpend).Number(expected.RunRateSpend);
            }

            tasks.Write(csv, features.CustomerIndex?[row] ?? row);

            csv.EndRow();
        }
    }

    internal static string? NameOf(PersonaSet? personas, int segment)
    {
        if (personas is not null)
        {
            foreach (Persona persona in personas.Personas)
            {
                if (persona.SegmentId == segment)
                {
                    return persona.Name;
                }
            }
        }

        return null;
    }

    /// <summary>The rows in the order of their ids: by value when all ids are whole numbers, else by their characters' codes.</summary>
    internal static int[] SortedRows(string[] ids)
    {
        var rows = new int[ids.Length];
        var numbers = new long[ids.Length];
        bool numeric = true;
        for (int i = 0; i < ids.Length; i++)
        {
            rows[i] = i;
            numeric = numeric && long.TryParse(ids[i], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out numbers[i]);
        }

        Array.Sort(rows, (a, b) =>
        {
            int order = numeric ? numbers[a].CompareTo(numbers[b]) : 0;
            return order != 0 ? order : string.CompareOrdinal(ids[a], ids[b]);
        });
        return rows;
    }
}
