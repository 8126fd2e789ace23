using System.Globalization;
using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Learning.Preprocessing;
using CustomerDashboard.Core.Numerics;
using CustomerDashboard.Core.Transactions;

namespace CustomerDashboard.Core.Segmentation;

/// <summary>
/// Turns a file with one row per customer into a feature table: numbers as they are, each category as a column of 0 and 1,
/// whose mean over a segment is the share of that category.
/// </summary>
public static class AttributeFeatures
{
    /// <summary>The unit of a column of 0 and 1 made from a category.</summary>
    public const string CategoryUnit = "share";

    /// <summary>Builds the table and the options to group by. Costs O(n) per column and category.</summary>
    /// <exception cref="ArgumentException">A chosen column does not exist, or no column can be used.</exception>
    public static AttributeFeatureSet Build(CustomerAttributeTable table, AttributeFeatureOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        options ??= new AttributeFeatureOptions();
        options.Validate();
        RequireColumns(table, options.Columns);
        RequireColumns(table, [.. options.Ordinal.Keys]);

        var definitions = new List<FeatureDefinition>();
        var columns = new List<double[]>();
        var groupBy = new List<string>();
        var groupByCategories = new List<string>();
        var notes = new List<string>();
        foreach (AttributeColumn column in table.Columns)
        {
            bool named = options.Columns?.Contains(column.Name, StringComparer.Ordinal) ?? false;
            if (column.Categories is { } ordered && options.Ordinal.TryGetValue(column.Name, out IReadOnlyList<string>? order))
            {
                definitions.Add(new FeatureDefinition(
                    column.Name, Readable(column.Name), column.Name, "", $"The place of the column '{column.Name}' in the order {string.Join(" < ", order)}.", "1 for the lowest value, 2 for the next", null));
                columns.Add(Places(column.Name, ordered, order));
                groupBy.Add(column.Name);
            }
            else if (column.Numbers is { } numbers)
            {
                string unit = NumberUnit(column.Name);
                definitions.Add(new FeatureDefinition(
                    column.Name, Readable(column.Name), column.Name, unit, $"The column '{column.Name}' of the file.", "as in the file", null));
                columns.Add(numbers);
                if (named || options.Columns is null)
                {
                    groupBy.Add(column.Name);
                }
            }
            else if (column.Categories is { } categories)
            {
                if (DistinctUsed(categories) > options.MaximumCategories)
                {
                    notes.Add(string.Create(
                        CultureInfo.InvariantCulture,
                        $"'{column.Name}' has more than {options.MaximumCategories} different values, so it names customers more than it describes them; it was left out."));
                    continue;
                }

                List<string> added = AddCategories(column.Name, categories, definitions, columns);
                if (named)
                {
                    groupBy.AddRange(added);
                }
                else if (options.Columns is null)
                {
                    groupByCategories.AddRange(added);
                }
            }
        }

        // A file of categories alone still has groups to find.
        if (options.IncludeCategories || groupBy.Count == 0)
        {
            groupBy.AddRange(groupByCategories);
        }

        if (groupBy.Count == 0)
        {
            throw new ArgumentException("No column can be used to compare customers: there is neither a number nor a category with few values.", nameof(table));
        }

        var features = new CustomerFeatureTable(table.CustomerIds, definitions, columns, DateTime.MinValue);
        var defaults = new SegmentationOptions { Features = groupBy, LogTransform = false, MissingValues = MissingFeatureFill.Median };
        return new AttributeFeatureSet(features, defaults, notes);
    }

    /// <summary>A column's name without its unit in brackets, underscores as spaces: "Annual_Income(k$)" reads "Annual Income".</summary>
    internal static string Readable(string columnName)
    {
        int bracket = columnName.IndexOfAny(['(', '[']);
        string words = (bracket > 0 ? columnName[..bracket] : columnName).Replace('_', ' ').Trim();
        return words.Length == 0 ? columnName : words;
    }

    private static string NumberUnit(string columnName)
    {
        int open = columnName.IndexOfAny(['(', '[']);
        int close = columnName.LastIndexOfAny([')', ']']);
        return open > 0 && close > open + 1 ? columnName[(open + 1)..close] : "";
    }

    private static List<string> AddCategories(
        string name, CodedColumn categories, List<FeatureDefinition> definitions, List<double[]> columns)
    {
        OneHotModel encoder = OneHotEncoder.Fit(categories.Codes, categories.Values);
        Matrix encoded = encoder.Transform(categories.Codes, categories.Values);
        var added = new List<string>();
        for (int i = 0; i < encoder.ColumnNames.Count; i++)
        {
            string value = encoder.ColumnNames[i];
            string id = $"{name}={value}";
            definitions.Add(new FeatureDefinition(
                id, $"{Readable(name)}: {value}", id, CategoryUnit, $"Whether the column '{name}' says '{value}'.", "1 if so, else 0", null));
            columns.Add(encoded.Column(i));
            added.Add(id);
        }

        return added;
    }

    private static double[] Places(string name, CodedColumn categories, IReadOnlyList<string> order)
    {
        double[] placeOf = new double[categories.Values.Length];
        for (int code = 0; code < placeOf.Length; code++)
        {
            int place = 0;
            while (place < order.Count && !string.Equals(order[place], categories.Values[code], StringComparison.Ordinal))
            {
                place++;
            }

            placeOf[code] = place < order.Count ? place + 1 : throw new ArgumentException($"The order of '{name}' does not name '{categories.Values[code]}', which the file has.");
        }

        return [.. categories.Codes.Select(code => code < 0 ? double.NaN : placeOf[code])];
    }

    private static int DistinctUsed(CodedColumn categories)
    {
        var used = new bool[categories.Values.Length];
        int count = 0;
        foreach (int code in categories.Codes)
        {
            if (code >= 0 && !used[code])
            {
                used[code] = true;
                count++;
            }
        }

        return count;
    }

    private static void RequireColumns(CustomerAttributeTable table, IReadOnlyList<string>? chosen)
    {
        foreach (string name in chosen ?? [])
        {
            if (!table.Columns.Any(column => string.Equals(column.Name, name, StringComparison.Ordinal)))
            {
                throw new ArgumentException(
                    $"There is no column '{name}'. The columns are: {string.Join(", ", table.Columns.Select(c => c.Name))}.", nameof(chosen));
            }
        }
    }
}
