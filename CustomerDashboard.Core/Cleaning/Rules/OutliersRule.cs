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
        ReadOnlySpan<double> known = Known(OutlierTest.Values(lines, options.Column), removedBy);
        cancellationToken.ThrowIfCancellationRequested();
        if (known.Length == 0)
        {
            return new OutlierTest(lines, options.Column, double.NegativeInfinity, double.PositiveInfinity);
        }

        bool isRange = options.Method == OutlierMethod.InterquartileRange;
        (double low, double high) = OrderStatistics.Quantiles(
            known, isRange ? 0.25 : options.LowerPercentile / 100, isRange ? 0.75 : options.UpperPercentile / 100);
        double reach = isRange ? options.Factor * (high - low) : 0;
        return new OutlierTest(lines, options.Column, low - reach, high + reach);
    }

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
