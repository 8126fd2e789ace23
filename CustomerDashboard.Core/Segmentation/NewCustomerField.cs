using CustomerDashboard.Core.Features;

namespace CustomerDashboard.Core.Segmentation;

/// <summary>Something to be told about a new customer: a number, or one of a few categories.</summary>
/// <param name="Id">The feature's id; for categories that of the attribute they belong to.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Feature">The feature, for a number; null for categories.</param>
/// <param name="Typical">The median of the known customers; NaN for categories.</param>
/// <param name="Categories">The categories with the id of the feature that is 1 for each; empty for a number.</param>
public sealed record NewCustomerField(
    string Id, string Name, FeatureDefinition? Feature, double Typical, IReadOnlyList<(string Category, string FeatureId)> Categories)
{
    /// <summary>What segments of this result have to be told about a customer, in the order of the features they were made by.</summary>
    /// <exception cref="ArgumentException">There are no segments.</exception>
    public static IReadOnlyList<NewCustomerField> Of(CustomerFeatureTable table, SegmentationResult result)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(result);
        if (result.Prepared is not { } prepared || !result.HasSegments)
        {
            throw new ArgumentException(result.Failure ?? "There are no segments to put customers into.", nameof(result));
        }

        var fields = new List<NewCustomerField>();
        foreach (string id in prepared.FeatureIds)
        {
            int column = table.IndexOf(id);
            int equals = id.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
            {
                fields.Add(new NewCustomerField(id, table.Definitions[column].Name, table.Definitions[column], result.Solutions[0].Overall[column].Median, []));
                continue;
            }

            string attribute = id[..equals];
            int known = fields.FindIndex(field => field.Categories.Count > 0 && field.Id == attribute);
            (string, string) category = (id[(equals + 1)..], id);
            if (known < 0)
            {
                fields.Add(new NewCustomerField(attribute, attribute, null, double.NaN, [category]));
            }
            else
            {
                fields[known] = fields[known] with { Categories = [.. fields[known].Categories, category] };
            }
        }

        return fields;
    }

    /// <summary>Notes what was told in the values of a new customer: 1 for the category and 0 for the others.</summary>
    /// <returns>False when there is no such category.</returns>
    public bool TryTell(string category, Dictionary<string, double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        bool found = Categories.Any(known => string.Equals(known.Category, category, StringComparison.OrdinalIgnoreCase));
        foreach ((string known, string featureId) in Categories)
        {
            if (found)
            {
                values[featureId] = string.Equals(known, category, StringComparison.OrdinalIgnoreCase) ? 1 : 0;
            }
        }

        return found;
    }
}
