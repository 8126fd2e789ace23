using System.Runtime.CompilerServices;
using CustomerDashboard.Core.Cleaning;

namespace CustomerDashboard.Core.Baskets;

/// <summary>A product whose lines do not all carry the same description.</summary>
/// <param name="Product">The product.</param>
/// <param name="Name">The description of most of its lines, which is shown everywhere.</param>
/// <param name="Others">The other descriptions and their lines, the most frequent first.</param>
public sealed record ProductDescriptions(int Product, string Name, IReadOnlyList<KeyValuePair<string, int>> Others)
{
    /// <summary>The products of a file with more than one description, those with the most lines under other names first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static IReadOnlyList<ProductDescriptions> Find(CleanedTransactions lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        if (lines.Source.Description is not { } descriptions)
        {
            return [];
        }

        // Few lines differ from their product's name; only those are gathered.
        var named = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int code = 0; code < descriptions.Values.Length; code++)
        {
            named.TryAdd(descriptions.Values[code], code);
        }

        int[] usual = [.. lines.ProductNames.Select(name => named.GetValueOrDefault(name, -1))];
        var others = new Dictionary<(int Product, int Text), int>();
        for (int i = 0; i < lines.RowCount; i++)
        {
            int product = lines.Product[i], text = descriptions.Codes[lines.SourceRow[i]];
            if (product >= 0 && text >= 0 && text != usual[product])
            {
                others[(product, text)] = others.GetValueOrDefault((product, text)) + 1;
            }
        }

        return [.. others.GroupBy(other => other.Key.Product)
            .Select(product => new ProductDescriptions(product.Key, lines.ProductNames[product.Key],
                [.. product.Select(other => KeyValuePair.Create(descriptions.Values[other.Key.Text], other.Value))
                    .OrderByDescending(other => other.Value).ThenBy(other => other.Key, StringComparer.Ordinal)]))
            .OrderByDescending(product => product.Others.Sum(other => other.Value)).ThenBy(product => product.Product)];
    }
}
