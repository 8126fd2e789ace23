using System.Runtime.InteropServices;
using CustomerDashboard.Core.Transactions;

namespace CustomerDashboard.Core.Cleaning;

/// <summary>Gives each product the description it most often has.</summary>
internal static class ProductNaming
{
    /// <summary>
    /// One name per product: the description of most of its lines, of equals the first in ordinal order; its code where no
    /// line has a description.
    /// </summary>
    public static string[] MostFrequent(int[] product, string[] productCodes, CodedColumn? description, int[] rows)
    {
        if (description is null)
        {
            return [.. productCodes];
        }

        Dictionary<long, int> counts = new(productCodes.Length * 2);
        for (int i = 0; i < product.Length; i++)
        {
            int text = description.Codes[rows[i]];
            if (product[i] >= 0 && text >= 0)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(counts, ((long)product[i] << 32) | (uint)text, out _)++;
            }
        }

        string[] names = [.. productCodes];
        var best = new int[names.Length];
        foreach ((long pair, int count) in counts)
        {
            int code = (int)(pair >> 32);
            string text = description.Values[(int)(uint)pair];
            if (count > best[code] || (count == best[code] && string.CompareOrdinal(text, names[code]) < 0))
            {
                (best[code], names[code]) = (count, text);
            }
        }

        return names;
    }
}
