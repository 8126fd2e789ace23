using CustomerDashboard.Core.Transactions;

namespace CustomerDashboard.Core.Cleaning;

/// <summary>
/// The lines as the rules see them: the columns of the source with empty values filled where the options say so.
/// Columns that need no change are the source's own arrays.
/// </summary>
internal sealed class CleaningLines
{
    public CleaningLines(TransactionTable table, CleaningOptions options, CancellationToken cancellationToken)
    {
        Table = table;
        MissingValueOptions missing = options.MissingValues;
        MissingValueTreatment customer = missing.Customer.Action == MissingValueAction.KeepAsUnknown
            ? MissingValueTreatment.FillWith(MissingValueOptions.UnknownCustomer)
            : missing.Customer;
        Customer = Filled(table.Customer, customer);
        Product = table.Product is { } product ? Filled(product, missing.Product) : null;
        Description = table.Description is { } description ? Filled(description, missing.Description) : null;
        Country = table.Country is { } country ? Filled(country, missing.Country) : null;
        Quantity = Filled(table.Quantity, missing.Quantity);
        UnitPrice = Filled(table.UnitPrice, missing.UnitPrice);
        RawAmount = Amounts(table, table.Quantity, table.UnitPrice, cancellationToken);
        Amount = ReferenceEquals(Quantity, table.Quantity) && ReferenceEquals(UnitPrice, table.UnitPrice)
            ? RawAmount
            : Amounts(table, Quantity, UnitPrice, cancellationToken);
    }

    public TransactionTable Table { get; }

    public int RowCount => Table.RowCount;

    public CodedColumn Customer { get; }

    public CodedColumn? Product { get; }

    public CodedColumn? Description { get; }

    public CodedColumn? Country { get; }

    /// <summary>Quantities after filling and winsorising; NaN where unknown.</summary>
    public double[] Quantity { get; private set; }

    /// <summary>Prices after filling and winsorising; NaN where unknown.</summary>
    public double[] UnitPrice { get; private set; }

    /// <summary>Amounts of the file as read; 0 where unknown, so that they can be summed.</summary>
    public double[] RawAmount { get; }

    /// <summary>Amounts after filling and winsorising; 0 where unknown.</summary>
    public double[] Amount { get; private set; }

    /// <summary>Makes the numbers safe to change, leaving the source as it was.</summary>
    public void DetachNumbers()
    {
        Quantity = [.. Quantity];
        UnitPrice = [.. UnitPrice];
        Amount = [.. Amount];
    }

    private static CodedColumn Filled(CodedColumn column, MissingValueTreatment treatment)
    {
        if (treatment.Action != MissingValueAction.Fill || Array.IndexOf(column.Codes, CodedColumn.Missing) < 0)
        {
            return column;
        }

        string[] values = column.Values;
        int code = Array.IndexOf(values, treatment.Text!);
        if (code < 0)
        {
            code = values.Length;
            values = [.. values, treatment.Text!];
        }

        int[] codes = [.. column.Codes];
        codes.AsSpan().Replace(CodedColumn.Missing, code);
        return new CodedColumn(codes, values);
    }

    private static double[] Filled(double[] values, MissingValueTreatment treatment)
    {
        if (treatment.Action != MissingValueAction.Fill)
        {
            return values;
        }

        double[] filled = [.. values];
        for (int i = 0; i < filled.Length; i++)
        {
            if (double.IsNaN(filled[i]))
            {
                filled[i] = treatment.Number!.Value;
            }
        }

        return filled;
    }

    private static double[] Amounts(TransactionTable table, double[] quantity, double[] price, CancellationToken cancellationToken)
    {
        var amounts = GC.AllocateUninitializedArray<double>(table.RowCount);
        double[]? stated = table.LineAmount;
        RowChunks.ForEach(amounts.Length, cancellationToken, (_, start, end) =>
        {
            for (int i = start; i < end; i++)
            {
                double amount = stated is null || double.IsNaN(stated[i]) ? quantity[i] * price[i] : stated[i];
                amounts[i] = double.IsFinite(amount) ? amount : 0;
            }
        });
        return amounts;
    }
}
