using CustomerDashboard.Core.Cleaning.Rules;
using CustomerDashboard.Core.Transactions;

namespace CustomerDashboard.Core.Cleaning;

/// <summary>Gathers the kept lines into dense columns and renumbers what they refer to.</summary>
internal static class CleanedTransactionsBuilder
{
    public static CleanedTransactions Build(
        CleaningLines lines, byte[] removedBy, bool[] duplicate, CancellationsRule cancelling, CleaningOptions options, CancellationToken cancellationToken)
    {
        TransactionTable table = lines.Table;
        int[] rows = KeptRows(removedBy, cancellationToken);
        var ticks = GC.AllocateUninitializedArray<long>(rows.Length);
        var quantity = GC.AllocateUninitializedArray<double>(rows.Length);
        var price = GC.AllocateUninitializedArray<double>(rows.Length);
        var amount = GC.AllocateUninitializedArray<double>(rows.Length);
        Renumbered customer = null!;
        Renumbered? product = null, country = null;
        int[] invoice = [];
        int invoiceCount = 0;
        string[] names = [];
        CancelledLines cancellations = null!;
        RowChunks.ForEach(rows.Length, cancellationToken, (_, start, end) =>
        {
            for (int i = start; i < end; i++)
            {
                int row = rows[i];
                ticks[i] = table.Ticks[row];
                quantity[i] = double.IsFinite(lines.Quantity[row]) ? lines.Quantity[row] : 0;
                price[i] = double.IsFinite(lines.UnitPrice[row]) ? lines.UnitPrice[row] : 0;
                amount[i] = lines.Amount[row];
            }
        });
        Parallel.Invoke(
            new ParallelOptions { CancellationToken = cancellationToken },
            () =>
            {
                customer = Renumbered.Of(lines.Customer, rows);
                (invoice, invoiceCount) = NumberInvoices(table.Invoice, customer.Codes, ticks, rows);
                cancellations = CancelledLinesFinder.Find(lines, customer.NewCode, duplicate, cancelling, options, cancellationToken);
            },
            () =>
            {
                product = lines.Product is { } products ? Renumbered.Of(products, rows) : null;
                names = product is null ? [] : ProductNaming.MostFrequent(product.Codes, product.Values, lines.Description, rows);
                country = lines.Country is { } countries ? Renumbered.Of(countries, rows) : null;
            });
        return new CleanedTransactions
        {
            Source = table,
            SourceRow = rows,
            Customer = customer.Codes,
            Invoice = invoice,
            Product = product?.Codes ?? AllMissing(rows.Length),
            Country = country?.Codes ?? AllMissing(rows.Length),
            Ticks = ticks,
            Quantity = quantity,
            UnitPrice = price,
            Amount = amount,
            CustomerIds = customer.Values,
            InvoiceCount = invoiceCount,
            ProductCodes = product?.Values ?? [],
            ProductNames = names,
            Countries = country?.Values ?? [],
            Cancellations = cancellations,
        };
    }

    private static int[] AllMissing(int rows)
    {
        var codes = new int[rows];
        Array.Fill(codes, CodedColumn.Missing);
        return codes;
    }

    private static int[] KeptRows(byte[] removedBy, CancellationToken cancellationToken)
    {
        var counts = new int[RowChunks.Count(removedBy.Length)];
        RowChunks.ForEach(removedBy.Length, cancellationToken, (chunk, start, end) =>
            counts[chunk] = removedBy.AsSpan(start, end - start).Count((byte)0));
        int total = 0;
        for (int chunk = 0; chunk < counts.Length; chunk++)
        {
            (counts[chunk], total) = (total, total + counts[chunk]);
        }

        var rows = GC.AllocateUninitializedArray<int>(total);
        RowChunks.ForEach(removedBy.Length, cancellationToken, (chunk, start, end) =>
        {
            int next = counts[chunk];
            for (int i = start; i < end; i++)
            {
                if (removedBy[i] == 0)
                {
                    rows[next++] = i;
                }
            }
        });
        return rows;
    }

    private static (int[] Codes, int Count) NumberInvoices(CodedColumn? invoice, int[] customer, long[] ticks, int[] rows)
    {
        var codes = GC.AllocateUninitializedArray<int>(rows.Length);
        var numbers = new int[invoice?.Values.Length ?? 0];
        Dictionary<(int Customer, long Day), int> days = [];
        int count = 0;
        for (int i = 0; i < rows.Length; i++)
        {
            int code = invoice is null ? CodedColumn.Missing : invoice.Codes[rows[i]];
            if (code >= 0)
            {
                if (numbers[code] == 0)
                {
                    numbers[code] = ++count;
                }

                codes[i] = numbers[code] - 1;
            }
            else
            {
                (int, long) day = (customer[i], ticks[i] / TimeSpan.TicksPerDay);
                if (!days.TryGetValue(day, out int number))
                {
                    number = count++;
                    days.Add(day, number);
                }

                codes[i] = number;
            }
        }

        return (codes, count);
    }
}
