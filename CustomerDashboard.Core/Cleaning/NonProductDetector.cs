using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using CustomerDashboard.Core.Transactions;

namespace CustomerDashboard.Core.Cleaning;

/// <summary>
/// Finds the product codes that look like something other than a product: postage, fees, manual entries, samples. Two
/// things speak for it: a code whose shape is rare in the file ("POST" among codes such as 85123A) and words of the code
/// or its description ("postage", in several languages). Both together make a code likely; the odd shape alone makes it
/// one to look at, as does a description that says nothing but such words.
/// </summary>
public static class NonProductDetector
{
    /// <summary>A shape that at least this share of the codes have is ordinary.</summary>
    private const double OrdinaryShare = 0.1;

    /// <summary>Shapes say something only where the ordinary ones cover this share of the codes.</summary>
    private const double RegularShare = 0.8;

    /// <summary>The candidates, likely ones first, then by number of lines. Cost: O(lines + codes).</summary>
    public static IReadOnlyList<NonProductCandidate> Find(TransactionTable table, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (table.Product is not { } product || product.Values.Length == 0)
        {
            return [];
        }

        (int[] rows, double[] revenue) = CountLines(table, product);
        cancellationToken.ThrowIfCancellationRequested();
        string[] names = ProductNaming.MostFrequent(product.Codes, product.Values, table.Description);
        (string[] shapes, HashSet<string> ordinary, string example) = Shapes(product.Values);
        List<NonProductCandidate> candidates = [];
        for (int code = 0; code < names.Length; code++)
        {
            if (rows[code] == 0)
            {
                continue;
            }

            string? name = table.Description is null || names[code] == product.Values[code] ? null : names[code];
            bool isOdd = ordinary.Count > 0 && !ordinary.Contains(shapes[code]);
            if (Judge(product.Values[code], name, isOdd, example) is { } verdict)
            {
                candidates.Add(new NonProductCandidate(product.Values[code], name, rows[code], revenue[code], verdict.IsLikely, verdict.Reason));
            }
        }

        candidates.Sort((a, b) =>
            a.IsLikely != b.IsLikely ? b.IsLikely.CompareTo(a.IsLikely)
            : a.Rows != b.Rows ? b.Rows.CompareTo(a.Rows)
            : string.CompareOrdinal(a.Code, b.Code));
        return candidates;
    }

    private static (bool IsLikely, string Reason)? Judge(string code, string? name, bool isOdd, string example)
    {
        string? word = (name is null ? null : ServiceWords.In(name)) ?? (isOdd ? ServiceWords.InCode(code) : null);
        if (isOdd)
        {
            return word is null
                ? (false, $"The code is unlike the others, such as {example}; nothing in its words says that it is no product.")
                : (true, $"The code is unlike the others, such as {example}, and says \"{word}\".");
        }

        return name is not null && ServiceWords.IsNothingElse(name)
            ? (true, $"Its description says nothing but \"{name.Trim()}\".")
            : null;
    }

    // Compiled fully at once: a single analysis is over before the runtime would warm up.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (int[] Rows, double[] Revenue) CountLines(TransactionTable table, CodedColumn product)
    {
        var rows = new int[product.Values.Length];
        var revenue = new double[rows.Length];
        for (int i = 0; i < product.Codes.Length; i++)
        {
            int code = product.Codes[i];
            if (code >= 0)
            {
                rows[code]++;
                double amount = table.Amount(i);
                revenue[code] += double.IsFinite(amount) ? amount : 0;
            }
        }

        return (rows, revenue);
    }

    private static (string[] Shapes, HashSet<string> Ordinary, string Example) Shapes(string[] codes)
    {
        string[] shapes = Array.ConvertAll(codes, CodeShape.Of);
        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        foreach (string shape in shapes)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(counts, shape, out _)++;
        }

        HashSet<string> ordinary = new(StringComparer.Ordinal);
        int covered = 0;
        foreach ((string shape, int count) in counts)
        {
            if (count >= OrdinaryShare * codes.Length)
            {
                ordinary.Add(shape);
                covered += count;
            }
        }

        // In a small list of codes two alike are no pattern, and where codes are names every shape is its own.
        if (covered < RegularShare * codes.Length || codes.Length < 20)
        {
            return (shapes, [], string.Empty);
        }

        int commonest = ordinary.Max(shape => counts[shape]);
        int example = Array.FindIndex(shapes, shape => counts[shape] == commonest);
        return (shapes, ordinary, codes[example]);
    }
}
