namespace CustomerDashboard.Core.Cleaning.Rules;

/// <summary>Marks the values beyond two limits and can set them to the nearer one.</summary>
internal sealed class OutlierTest(CleaningLines lines, OutlierColumn column, double low, double high) : ILineChange
{
    private readonly RangeTest range = new(Values(lines, column), low, high);

    public string Detail { get; } = FormattableString.Invariant($"{Name(column)} from {low:0.####} to {high:0.####}");

    public void Mark(int start, Span<ushort> marks, ushort bit) => range.Mark(start, marks, bit);

    /// <summary>
    /// Sets the value to the nearer limit. A limited quantity or price takes the amount with it in proportion; a limited
    /// amount leaves quantity and price as they are.
    /// </summary>
    public void Change(int row)
    {
        double[] values = Values(lines, column);
        double before = values[row];
        values[row] = Math.Clamp(before, low, high);
        if (column == OutlierColumn.Amount)
        {
            return;
        }

        double amount = lines.Table.LineAmount is null || before == 0
            ? lines.Quantity[row] * lines.UnitPrice[row]
            : lines.Amount[row] * (values[row] / before);
        lines.Amount[row] = double.IsFinite(amount) ? amount : 0;
    }

    public static double[] Values(CleaningLines lines, OutlierColumn column) => column switch
    {
        OutlierColumn.Quantity => lines.Quantity,
        OutlierColumn.UnitPrice => lines.UnitPrice,
        _ => lines.Amount,
    };

    private static string Name(OutlierColumn column) => column switch
    {
        OutlierColumn.Quantity => "quantity",
        OutlierColumn.UnitPrice => "unit price",
        _ => "amount",
    };
}
