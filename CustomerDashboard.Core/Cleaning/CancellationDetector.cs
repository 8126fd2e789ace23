using System.Globalization;
using CustomerDashboard.Core.Transactions;

namespace CustomerDashboard.Core.Cleaning;

/// <summary>
/// Finds out how a file marks its cancellations: by letters in front of some invoice numbers whose lines are almost all
/// negative, or else by negative quantities alone.
/// </summary>
public static class CancellationDetector
{
    /// <summary>Of the lines under a prefix, at least this share must be negative.</summary>
    private const double NegativeShare = 0.9;

    /// <summary>A prefix must account for at least this share of the negative lines, or it is there by chance.</summary>
    private const double ExplainedShare = 0.5;

    /// <summary>Letters in front of more than this share of the lines are how all invoices are numbered.</summary>
    private const double LargestShare = 0.9;

    /// <summary>The proposal with its evidence; null when nothing in the file marks a cancellation. Cost: O(lines).</summary>
    /// <remarks>The options proposed name the mark, so they are never <see cref="CancellationMark.Automatic"/>.</remarks>
    public static CancellationProposal? Propose(TransactionTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (table.Invoice is { } invoice && Prefix(table, invoice) is { } prefix)
        {
            return prefix;
        }

        return table.HasQuantity ? NegativeQuantity(table) : null;
    }

    private static CancellationProposal? NegativeQuantity(TransactionTable table)
    {
        int negative = 0;
        var cancelling = new bool[table.Invoice?.Values.Length ?? 0];
        for (int i = 0; i < table.RowCount; i++)
        {
            if (table.Quantity[i] < 0)
            {
                negative++;
                if (table.Invoice is { } invoice && invoice.Codes[i] >= 0)
                {
                    cancelling[invoice.Codes[i]] = true;
                }
            }
        }

        string because = table.Invoice is null
            ? "there are no invoice numbers to tell them by"
            : "no letters before the invoice number set them apart";
        return negative == 0 ? null : new CancellationProposal(
            new CancellationOptions { Mark = CancellationMark.NegativeQuantity },
            cancelling.AsSpan().Count(true),
            string.Create(CultureInfo.InvariantCulture, $"negative quantities ({negative} of {table.RowCount} lines), as {because}"));
    }

    private static CancellationProposal? Prefix(TransactionTable table, CodedColumn invoice)
    {
        (int[] prefixOf, List<string> prefixes) = LeadingLetters(invoice.Values);
        var lines = new int[prefixes.Count];
        var below = new int[prefixes.Count];
        int allLines = 0;
        int allBelow = 0;
        for (int i = 0; i < invoice.Codes.Length; i++)
        {
            if (invoice.Codes[i] >= 0)
            {
                int negative = table.Quantity[i] < 0 || table.Amount(i) < 0 ? 1 : 0;
                int prefix = prefixOf[invoice.Codes[i]];
                lines[prefix]++;
                below[prefix] += negative;
                allLines++;
                allBelow += negative;
            }
        }

        int best = -1;
        for (int prefix = 0; prefix < prefixes.Count; prefix++)
        {
            if (prefixes[prefix].Length > 0 && below[prefix] > 0 && below[prefix] >= ExplainedShare * allBelow
                && (best < 0 || below[prefix] > below[best]
                    || (below[prefix] == below[best] && string.CompareOrdinal(prefixes[prefix], prefixes[best]) < 0)))
            {
                best = prefix;
            }
        }

        if (best < 0)
        {
            return null;
        }

        // CA-1 starts with C too: the letters must set apart whatever starts with them, not only what has no others.
        string letters = prefixes[best];
        int marked = 0;
        int markedBelow = 0;
        for (int prefix = 0; prefix < prefixes.Count; prefix++)
        {
            bool starts = prefixes[prefix].StartsWith(letters, StringComparison.Ordinal);
            marked += starts ? lines[prefix] : 0;
            markedBelow += starts ? below[prefix] : 0;
        }

        if (markedBelow < NegativeShare * marked || marked > LargestShare * allLines)
        {
            return null;
        }

        int invoices = invoice.Values.Count(value => value.StartsWith(letters, StringComparison.Ordinal));
        return new CancellationProposal(
            new CancellationOptions { Mark = CancellationMark.InvoicePrefix, Prefix = letters },
            invoices,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{invoices} invoice numbers start with \"{letters}\", and {markedBelow} of their {marked} lines are negative"));
    }

    /// <summary>The letters each invoice number starts with, numbered; those without any have the empty text.</summary>
    private static (int[] PrefixOf, List<string> Prefixes) LeadingLetters(string[] invoices)
    {
        Dictionary<string, int> numbers = new(StringComparer.Ordinal);
        Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup = numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        List<string> prefixes = [];
        var prefixOf = new int[invoices.Length];
        for (int i = 0; i < invoices.Length; i++)
        {
            int length = 0;
            while (length < invoices[i].Length && char.IsLetter(invoices[i][length]))
            {
                length++;
            }

            ReadOnlySpan<char> letters = invoices[i].AsSpan(0, length);
            if (!lookup.TryGetValue(letters, out prefixOf[i]))
            {
                prefixOf[i] = prefixes.Count;
                prefixes.Add(letters.ToString());
                numbers.Add(prefixes[^1], prefixOf[i]);
            }
        }

        return (prefixOf, prefixes);
    }
}
