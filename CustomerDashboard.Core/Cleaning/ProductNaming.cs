using System.Runtime.CompilerServices;
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
    /// <param name="product">The product of each line.</param>
    /// <param name="productCodes">The code of each product.</param>
    /// <param name="description">The descriptions of the file.</param>
    /// <param name="rows">The place of each line in the file; null when the lines are those of the file.</param>
    // Compiled fully at once: a single analysis is over before the runtime would warm up.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static string[] MostFrequent(int[] product, string[] productCodes, CodedColumn? description, int[]? rows = null)
    {
        if (description is null)
        {
            return [.. productCodes];
        }

        // Most lines carry the first description seen of their product: only the others go through a dictionary.
        var firstText = new int[productCodes.Length];
        var firstCount = new int[productCodes.Length];
        Array.Fill(firstText, CodedColumn.Missing);
        Dictionary<long, int> counts = [];
        for (int i = 0; i < product.Length; i++)
        {
            int code = product[i];
            int text = description.Codes[rows is null ? i : rows[i]];
            if (code < 0 || text < 0)
            {
                continue;
            }

            if (firstText[code] < 0)
            {
                firstText[code] = text;
            }

            if (firstText[code] == text)
            {
                firstCount[code]++;
            }
            else
            {
                CollectionsMarshal.GetValueRefOrAddDefault(counts, ((long)code << 32) | (uint)text, out _)++;
            }
        }

        for (int code = 0; code < firstText.Length; code++)
        {
            if (firstText[code] >= 0)
            {
                counts.Add(((long)code << 32) | (uint)firstText[code], firstCount[code]);
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
