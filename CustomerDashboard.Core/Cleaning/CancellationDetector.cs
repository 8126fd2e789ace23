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

    /// <summary>The proposal with its evidence; null when the file has nothing negative. Cost: O(lines).</summary>
    public static CancellationProposal? Propose(TransactionTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        int negative = 0;
        for (int i = 0; i < table.RowCount; i++)
        {
            negative += IsNegative(table, i) ? 1 : 0;
        }

        if (negative == 0)
        {
            return null;
        }

        if (table.Invoice is { } invoice && Prefix(table, invoice) is { } prefix)
        {
            return prefix;
        }

        return table.HasQuantity
            ? new CancellationProposal(
                new CancellationOptions { Mark = CancellationMark.NegativeQuantity },
                0,
                string.Create(CultureInfo.InvariantCulture, $"{negative} lines have a negative quantity or amount, and no letters before the invoice number set them apart."))
            : null;
    }

    private static bool IsNegative(TransactionTable table, int row) => table.Quantity[row] < 0 || table.Amount(row) < 0;

    private static CancellationProposal? Prefix(TransactionTable table, CodedColumn invoice)
    {
        string[] prefixes = Array.ConvertAll(invoice.Values, LeadingLetters);
        var evidence = new Dictionary<string, (int Lines, int Negative)>(StringComparer.Ordinal);
        for (int i = 0; i < invoice.Codes.Length; i++)
        {
            if (invoice.Codes[i] >= 0 && prefixes[invoice.Codes[i]] is { Length: > 0 } letters)
            {
                (int lines, int below) = evidence.GetValueOrDefault(letters);
                evidence[letters] = (lines + 1, below + (IsNegative(table, i) ? 1 : 0));
            }
        }

        string? best = null;
        foreach ((string letters, (int lines, int below)) in evidence)
        {
            bool isMore = best is null || lines > evidence[best].Lines
                || (lines == evidence[best].Lines && string.CompareOrdinal(letters, best) < 0);
            if (below >= NegativeShare * lines && isMore)
            {
                best = letters;
            }
        }

        if (best is null)
        {
            return null;
        }

        int invoices = invoice.Values.Count(value => value.StartsWith(best, StringComparison.Ordinal));
        (int all, int negative) = evidence[best];
        return new CancellationProposal(
            new CancellationOptions { Prefix = best },
            invoices,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{invoices} invoice numbers start with \"{best}\", and {negative} of their {all} lines are negative."));
    }

    private static string LeadingLetters(string invoice)
    {
        int length = 0;
        while (length < invoice.Length && char.IsLetter(invoice[length]))
        {
            length++;
        }

        return invoice[..length];
    }
}
