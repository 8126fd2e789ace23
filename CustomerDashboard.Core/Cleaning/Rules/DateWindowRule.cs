namespace CustomerDashboard.Core.Cleaning.Rules;

/// <summary>Lines of days outside the first and the last day to look at.</summary>
internal sealed class DateWindowRule(DateWindowOptions options) : ICleaningRule
{
    public CleaningRuleDescriptor Descriptor { get; } = CleaningRuleCatalog.Get(CleaningRuleIds.DateWindow);

    public bool Enabled => options.Enabled;

    public bool ChangesOnly => false;

    public bool DependsOnKept => false;

    public string? NotApplicableReason(CleaningLines lines) => null;

    public ILineTest Prepare(CleaningLines lines, byte[]? removedBy, CancellationToken cancellationToken) =>
        new DayTest(lines.Table.Ticks, FirstTick(options), EndTick(options));

    /// <summary>The first moment of the window.</summary>
    public static long FirstTick(DateWindowOptions options) => options.From?.ToDateTime(TimeOnly.MinValue).Ticks ?? long.MinValue;

    /// <summary>The first moment after the window.</summary>
    public static long EndTick(DateWindowOptions options) =>
        options.To is not { } to || to == DateOnly.MaxValue ? long.MaxValue : to.AddDays(1).ToDateTime(TimeOnly.MinValue).Ticks;
}
