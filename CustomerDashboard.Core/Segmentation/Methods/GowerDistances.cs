using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Learning.Clustering;
using CustomerDashboard.Core.Learning.Preprocessing;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Segmentation.Methods;

/// <summary>Gower's distances of customers over the chosen features: the columns of 0 and 1 of one category count as that one category.</summary>
internal static class GowerDistances
{
    /// <summary>The distances of all pairs of customers.</summary>
    /// <exception cref="ArgumentException">There are too many customers, or one has no value at all.</exception>
    public static CondensedDistances Of(DividerContext context)
    {
        if (context.Table.RowCount > KMedoids.MaximumCount)
        {
            throw new ArgumentException(string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"Gower's distance compares every customer with every other, which is too much for {context.Table.RowCount:N0}; up to {KMedoids.MaximumCount:N0} are possible. Choose the straight-line distance, or K-Means."));
        }

        var numbers = new List<double[]>();
        var categories = new SortedDictionary<string, int[]>(StringComparer.Ordinal);
        int value = 0;
        foreach (string id in context.Prepared.FeatureIds)
        {
            FeatureDefinition definition = context.Table.Definitions[context.Table.IndexOf(id)];
            double[] column = context.Table[id];
            int equals = definition.Unit == AttributeFeatures.CategoryUnit ? id.IndexOf('=', StringComparison.Ordinal) : -1;
            if (equals < 0)
            {
                numbers.Add(context.Options.LogTransform ? [.. column.Select(LogTransform.Apply)] : column);
                continue;
            }

            if (!categories.TryGetValue(id[..equals], out int[]? codes))
            {
                codes = new int[column.Length];
                Array.Fill(codes, -1);
                categories[id[..equals]] = codes;
            }

            for (int row = 0; row < codes.Length; row++)
            {
                codes[row] = column[row] == 1 ? value : codes[row];
            }

            value++;
        }

        Matrix? numeric = numbers.Count == 0 ? null : Matrix.FromColumns(numbers);
        return Gower.Fit(numeric, [.. categories.Values]).Distances(cancellationToken: context.Cancellation);
    }
}
