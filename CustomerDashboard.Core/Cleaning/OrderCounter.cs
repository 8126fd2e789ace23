using System.Runtime.CompilerServices;
using CustomerDashboard.Core.Transactions;

namespace CustomerDashboard.Core.Cleaning;

/// <summary>Counts distinct orders: invoices, or customer-days where a line has no invoice number.</summary>
internal static class OrderCounter
{
    /// <summary>The distinct orders of each customer over the lines not removed; lines without a customer count for nobody.</summary>
    // Compiled fully at once: a single analysis is over before the runtime would warm up.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int[] CountByCustomer(CleaningLines lines, byte[]? removedBy, CancellationToken cancellationToken)
    {
        int[] customer = lines.Customer.Codes;
        int[]? invoice = lines.Table.Invoice?.Codes;
        var orders = new int[lines.Customer.Values.Length];
        var owner = new int[lines.Table.Invoice?.Values.Length ?? 0];
        Array.Fill(owner, -1);
        HashSet<(int Customer, int Invoice)> shared = [];
        HashSet<(int Customer, long Day)> days = [];
        for (int i = 0; i < customer.Length; i++)
        {
            if (i % RowChunks.Size == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            int who = customer[i];
            if (who < 0 || (removedBy is not null && removedBy[i] != 0))
            {
                continue;
            }

            int number = invoice is null ? -1 : invoice[i];
            bool isNew;
            if (number < 0)
            {
                isNew = days.Add((who, lines.Table.Ticks[i] / TimeSpan.TicksPerDay));
            }
            else if (owner[number] < 0)
            {
                owner[number] = who;
                isNew = true;
            }
            else
            {
                // An invoice number used for two customers is an order of each.
                isNew = owner[number] != who && shared.Add((who, number));
            }

            orders[who] += isNew ? 1 : 0;
        }

        return orders;
    }

    /// <summary>The distinct invoices of all lines; known customers' lines without a number count one per customer and day.</summary>
    // Compiled fully at once: a single analysis is over before the runtime would warm up.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int CountInvoices(TransactionTable table)
    {
        int[]? invoice = table.Invoice?.Codes;
        int[] customer = table.Customer.Codes;
        var seen = new bool[table.Invoice?.Values.Length ?? 0];
        HashSet<(int Customer, long Day)> days = [];
        int count = 0;
        for (int i = 0; i < customer.Length; i++)
        {
            int number = invoice is null ? -1 : invoice[i];
            if (number < 0 && customer[i] >= 0)
            {
                days.Add((customer[i], table.Ticks[i] / TimeSpan.TicksPerDay));
            }
            else if (number >= 0 && !seen[number])
            {
                seen[number] = true;
                count++;
            }
        }

        return count + days.Count;
    }
}
