using System.Globalization;
using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Transactions;

namespace CustomerDashboard.Core.Segmentation;

/// <summary>Adds the attributes of a file with one row per customer to features computed from purchases, by customer id.</summary>
public static class AttributeJoin
{
    /// <summary>Adds every attribute as a feature; a customer the attributes do not know has no value there. Costs O(n) per feature.</summary>
    /// <param name="features">The features computed from purchases.</param>
    /// <param name="attributes">The attributes; customers without purchases are left aside.</param>
    /// <param name="options">Which attributes, and how categories become numbers.</param>
    /// <returns>The wider table, and what to know of it in plain words.</returns>
    /// <exception cref="ArgumentException">An attribute cannot be used as the options ask, or no customer is in both.</exception>
    public static JoinedAttributes Add(CustomerFeatureTable features, CustomerAttributeTable attributes, AttributeFeatureOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(attributes);
        AttributeFeatureSet set = AttributeFeatures.Build(attributes, options);
        var rowOf = new Dictionary<string, int>(attributes.RowCount, StringComparer.Ordinal);
        for (int row = 0; row < attributes.RowCount; row++)
        {
            rowOf.TryAdd(attributes.CustomerIds[row], row);
        }

        int[] rows = [.. features.CustomerIds.Select(id => rowOf.GetValueOrDefault(id, -1))];
        int matched = rows.Count(row => row >= 0);
        if (matched == 0)
        {
            throw new ArgumentException(
                $"No customer is in both files: purchases have ids such as '{features.CustomerIds.FirstOrDefault()}', attributes such as '{attributes.CustomerIds.FirstOrDefault()}'. The attributes must name customers as the purchases do.",
                nameof(attributes));
        }

        var definitions = new List<FeatureDefinition>(features.Definitions);
        var columns = new List<double[]>(features.Columns);
        for (int i = 0; i < set.Table.Definitions.Count; i++)
        {
            FeatureDefinition definition = set.Table.Definitions[i];
            // An attribute named like a computed feature does not replace it.
            string id = definition.Id;
            while (definitions.Any(known => string.Equals(known.Id, id, StringComparison.Ordinal)))
            {
                id += " (attribute)";
            }

            double[] values = set.Table.Columns[i];
            definitions.Add(definition with { Id = id });
            columns.Add([.. rows.Select(row => row < 0 ? double.NaN : values[row])]);
        }

        var notes = new List<string>(set.Notes)
        {
            string.Create(CultureInfo.InvariantCulture, $"{matched:N0} of {features.RowCount:N0} customers have attributes from the added file; {attributes.RowCount - matched:N0} of its {attributes.RowCount:N0} rows are of customers without purchases here."),
        };
        return new JoinedAttributes(features with { Definitions = definitions, Columns = columns }, notes);
    }
}
