namespace CustomerDashboard.Core.Cleaning;

/// <summary>
/// One line of the ledger: what a rule did in its turn, and what it would do alone on the lines as read. A rule that is
/// off or does not apply removed nothing; its standalone counts still say what switching it on alone would touch.
/// </summary>
public sealed record CleaningStep
{
    /// <summary>The place in the order, from 1; the value in <see cref="CleaningResult.RemovedBy"/>.</summary>
    public required int Number { get; init; }

    public required string RuleId { get; init; }

    public required string Name { get; init; }

    public required string Why { get; init; }

    /// <summary>True when the rule is on: it removes, fills or winsorises.</summary>
    public required bool Enabled { get; init; }

    /// <summary>False when the file lacks what the rule needs; then <see cref="NotApplicableReason"/> says what.</summary>
    public bool Applicable => NotApplicableReason is null;

    public string? NotApplicableReason { get; init; }

    public required int RowsBefore { get; init; }

    public required int RowsRemoved { get; init; }

    public int RowsAfter => RowsBefore - RowsRemoved;

    /// <summary>Customers who had a line before this step and have none after it.</summary>
    public required int CustomersRemoved { get; init; }

    /// <summary>Revenue of the removed lines.</summary>
    public required double RevenueRemoved { get; init; }

    /// <summary>Lines that stayed with a value filled in or winsorised.</summary>
    public required int RowsChanged { get; init; }

    /// <summary>What the changes did to the revenue: after minus before.</summary>
    public required double RevenueChanged { get; init; }

    /// <summary>Lines of the file as read that the rule alone would remove (or change).</summary>
    public required int StandaloneRows { get; init; }

    /// <summary>Customers whose every line as read is among <see cref="StandaloneRows"/>.</summary>
    public required int StandaloneCustomers { get; init; }

    /// <summary>Revenue of <see cref="StandaloneRows"/>.</summary>
    public required double StandaloneRevenue { get; init; }

    /// <summary>The limits or the mark used, in words, where the rule found them in the data ("quantity from -18 to 34"); else null.</summary>
    public string? Detail { get; init; }
}
