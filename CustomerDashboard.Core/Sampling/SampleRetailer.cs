using System.Globalization;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Sampling;

/// <summary>
/// A synthetic retailer: two years of invoice lines as an online gift shop's system would export them, with the
/// columns of the UCI Online Retail file. It has seasons, quiet Saturdays, promotion weeks, cancellations (invoice numbers that
/// begin with C), lines written twice, guests without a customer id, postage and corrections of the stock. The true kind of every
/// customer is known, so that a segmentation can be judged.
/// </summary>
/// <remarks>
/// Shares of lines, for a few hundred customers or more: without a customer id 10 to 22 %, cancelled 1 to 4 %, exact
/// duplicates 0.8 to 1.8 %. Cost: one pass over the invoices; memory 24 bytes per invoice.
/// </remarks>
public static class SampleRetailer
{
    public const string Header = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country";

    private const int FirstInvoice = 536365;

    /// <summary>Writes the invoice lines as comma-separated text with LF line ends.</summary>
    /// <returns>The number of lines under the header.</returns>
    public static long WriteTransactions(
        TextWriter output, SampleOptions options, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        SampleOrderBook book = SampleOrderBook.Create(options, cancellationToken);
        var baskets = new SampleBasket(new RandomSource(options.Seed).Split(3));
        output.Write(Header);
        output.Write('\n');
        long rows = 0;
        int invoices = book.Invoices.Count;
        for (int i = 0; i < invoices; i++)
        {
            if (i % 4096 == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                progress?.Report(new WorkProgress("Writing sample invoices", (double)i / invoices, rows, "rows"));
            }

            SampleInvoice invoice = book.Invoices[i];
            SampleCustomer? customer = invoice.Customer < 0 ? null : book.Customers[invoice.Customer];
            baskets.Fill(invoice, customer);
            rows += Write(output, FirstInvoice + i, invoice, customer, baskets.Lines);
        }

        progress?.Report(new WorkProgress("Writing sample invoices", 1, rows, "rows"));
        return rows;
    }

    /// <summary>Writes the true segment of every customer: <c>CustomerID,Segment</c>.</summary>
    public static void WritePlanted(TextWriter output, SampleOptions options)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.Write("CustomerID,Segment\n");
        foreach (SampleCustomer customer in Customers(options))
        {
            output.Write(string.Create(CultureInfo.InvariantCulture, $"{customer.Id},{customer.Segment}\n"));
        }
    }

    /// <summary>The planted customers in the order of their ids.</summary>
    public static IReadOnlyList<SampleCustomer> Customers(SampleOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        return SampleOrderBook.Create(options, CancellationToken.None).Customers;
    }

    private static int Write(TextWriter output, int number, SampleInvoice invoice, SampleCustomer? customer, List<SampleLine> lines)
    {
        var date = new DateTime(invoice.Ticks, DateTimeKind.Unspecified);
        string head = string.Create(CultureInfo.InvariantCulture, $"{(invoice.Cancels ? "C" : "")}{number},");
        string tail = string.Create(
            CultureInfo.InvariantCulture, $",{customer?.Id},{customer?.Country ?? "United Kingdom"}\n");
        string moment = date.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        int rows = 0;
        foreach (SampleLine line in lines)
        {
            for (int copy = 0; copy < line.Copies; copy++, rows++)
            {
                output.Write(head);
                output.Write(line.Code);
                output.Write(',');
                output.Write(line.Description);
                output.Write(string.Create(
                    CultureInfo.InvariantCulture, $",{line.Quantity},{moment},{line.Pence / 100}.{line.Pence % 100:00}"));
                output.Write(tail);
            }
        }

        return rows;
    }
}
