namespace CustomerDashboard.Core.Cleaning.Rules;

/// <summary>Lines whose quantity, price or amount lies beyond limits found in the lines kept so far.</summary>
internal sealed class OutliersRule(OutlierOptions options) : ICleaningRule
{
    public CleaningRuleDescriptor Descriptor { get; } = CleaningRuleCatalog.Get(CleaningRuleIds.Outliers);

    public bool Enabled => options.Enabled;

    public bool ChangesOnly => options.Action == OutlierAction.Winsorise;

    public bool DependsOnKept => true;

    public string? NotApplicableReason(CleaningLines lines) => options.Column switch
    {
        OutlierColumn.Quantity when !lines.Table.HasQuantity => "The file has no quantity column.",
        OutlierColumn.UnitPrice when !lines.Table.HasUnitPrice => "The file has no unit price column.",
        _ => null,
    };

    public ILineTest Prepare(CleaningLines lines, byte[]? removedBy, CancellationToken cancellationToken)
    {
        double[] column = Column(lines);
        ReadOnlySpan<double> known = Known(column, removedBy);
        cancellationToken.ThrowIfCancellationRequested();
        if (known.Length == 0)
        {
            return new RangeTest(column, double.NegativeInfinity, double.PositiveInfinity);
        }

        bool isRange = options.Method == OutlierMethod.InterquartileRange;
        (double low, double high) = OrderStatistics.Quantiles(
            known, isRange ? 0.25 : options.LowerPercentile / 100, isRange ? 0.75 : options.UpperPercentile / 100);
        double reach = isRange ? options.Factor * (high - low) : 0;
        (low, high) = (low - reach, high + reach);
        string name = options.Column switch
        {
            OutlierColumn.Quantity => "quantity",
            OutlierColumn.UnitPrice => "unit price",
            _ => "amount",
        };
        return new RangeTest(column, low, high) { Detail = FormattableString.Invariant($"{name} from {low:0.####} to {high:0.####}") };
    }

    /// <summary>
    /// Sets the value of one line to the nearest limit. A limited quantity or price takes the amount with it in
    /// proportion; a limited amount leaves quantity and price as they are.
    /// </summary>
    public void Winsorise(CleaningLines lines, int row, RangeTest limits)
    {
        double[] column = Column(lines);
        double before = column[row];
        double after = Math.Clamp(before, limits.Lowest, limits.Highest);
        column[row] = after;
        if (options.Column == OutlierColumn.Amount)
        {
            return;
        }

        double product = lines.Quantity[row] * lines.UnitPrice[row];
        double amount = lines.Table.LineAmount is null || before == 0 ? product : lines.Amount[row] * (after / before);
        lines.Amount[row] = double.IsFinite(amount) ? amount : 0;
    }

    private double[] Column(CleaningLines lines) => options.Column switch
    {
        OutlierColumn.Quantity => lines.Quantity,
        OutlierColumn.UnitPrice => lines.UnitPrice,
        _ => lines.Amount,
    };

    private static ReadOnlySpan<double> Known(double[] column, byte[]? removedBy)
    {
        var known = GC.AllocateUninitializedArray<double>(column.Length);
        int count = 0;
        for (int i = 0; i < column.Length; i++)
        {
            if ((removedBy is null || removedBy[i] == 0) && double.IsFinite(column[i]))
            {
                known[count++] = column[i];
            }
        }

        return known.AsSpan(0, count);
    }
}
