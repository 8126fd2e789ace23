using CustomerDashboard.Core.Cleaning.Rules;

namespace CustomerDashboard.Core.Cleaning;

/// <summary>
/// Decides for every line which rule removes it and keeps the books: one pass over the rows for the rules that look at a
/// line alone, then one by one those that depend on what was kept.
/// </summary>
internal sealed class CleaningLedger
{
    private readonly CleaningLines lines;
    private readonly IReadOnlyList<ICleaningRule> rules;
    private readonly string?[] reasons;
    private readonly ILineTest?[] tests;
    private readonly LedgerPass pass;

    public CleaningLedger(CleaningLines lines, IReadOnlyList<ICleaningRule> rules)
    {
        this.lines = lines;
        this.rules = rules;
        reasons = [.. rules.Select(rule => rule.NotApplicableReason(lines))];
        tests = new ILineTest?[rules.Count];
        pass = new LedgerPass(lines, rules.Count);
    }

    /// <summary>0 for each line kept, else the step that removed it.</summary>
    public byte[] RemovedBy => pass.RemovedBy;

    /// <summary>The totals of the lines as read.</summary>
    public CleaningTotals Before(int invoices) => pass.Totals(invoices);

    public void Run(CancellationToken cancellationToken)
    {
        Parallel.For(0, rules.Count, new ParallelOptions { CancellationToken = cancellationToken }, rule =>
        {
            if (reasons[rule] is null)
            {
                tests[rule] = rules[rule].Prepare(lines, null, cancellationToken);
            }
        });
        (ushort removing, ushort changing) = Masks();
        pass.Run(tests, removing, changing, cancellationToken);
        for (int rule = 0; rule < rules.Count; rule++)
        {
            if (rules[rule].DependsOnKept && rules[rule].Enabled && reasons[rule] is null)
            {
                RunOnKept(rule, cancellationToken);
            }
        }
    }

    /// <summary>The finished ledger.</summary>
    public CleaningStep[] Steps(CancellationToken cancellationToken)
    {
        LedgerTally tally = pass.Tally;
        (int[] customersRemoved, int[] standaloneCustomers) = CustomerFates.Count(
            lines, pass.RemovedBy, pass.MarkedEverywhere, rules.Count, cancellationToken);
        var steps = new CleaningStep[rules.Count];
        int rows = lines.RowCount;
        for (int rule = 0; rule < steps.Length; rule++)
        {
            steps[rule] = new CleaningStep
            {
                Number = rule + 1,
                RuleId = rules[rule].Descriptor.Id,
                Name = rules[rule].Descriptor.Name,
                Why = rules[rule].Descriptor.Why,
                Enabled = rules[rule].Enabled && reasons[rule] is null,
                NotApplicableReason = reasons[rule],
                RowsBefore = rows,
                RowsRemoved = tally.RemovedRows[rule],
                CustomersRemoved = customersRemoved[rule],
                RevenueRemoved = tally.RemovedRevenue[rule],
                RowsChanged = tally.ChangedRows[rule],
                RevenueChanged = tally.ChangedRevenue[rule],
                StandaloneRows = tally.StandaloneRows[rule],
                StandaloneCustomers = standaloneCustomers[rule],
                StandaloneRevenue = tally.StandaloneRevenue[rule],
                Detail = tests[rule]?.Detail,
            };
            rows -= tally.RemovedRows[rule];
        }

        return steps;
    }

    private (ushort Removing, ushort Changing) Masks()
    {
        int removing = 0;
        int changing = 0;
        for (int rule = 0; rule < rules.Count; rule++)
        {
            if (rules[rule].Enabled && !rules[rule].DependsOnKept && reasons[rule] is null)
            {
                _ = rules[rule].ChangesOnly ? changing |= 1 << rule : removing |= 1 << rule;
            }
        }

        return ((ushort)removing, (ushort)changing);
    }

    private void RunOnKept(int rule, CancellationToken cancellationToken)
    {
        if (rules[rule].ChangesOnly)
        {
            lines.DetachNumbers();
        }

        ILineTest test = rules[rule].Prepare(lines, RemovedBy, cancellationToken);
        tests[rule] = test;
        ILineChange? change = rules[rule].ChangesOnly ? (ILineChange)test : null;
        LedgerTally tally = pass.Tally;
        var marks = new ushort[RowChunks.Size];
        for (int start = 0; start < lines.RowCount; start += RowChunks.Size)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Span<ushort> own = marks.AsSpan(0, Math.Min(RowChunks.Size, lines.RowCount - start));
            own.Clear();
            test.Mark(start, own, 1);
            for (int i = 0; i < own.Length; i++)
            {
                int row = start + i;
                if (own[i] == 0 || RemovedBy[row] != 0)
                {
                    continue;
                }

                double before = lines.Amount[row];
                if (change is not null)
                {
                    change.Change(row);
                    tally.ChangedRows[rule]++;
                    tally.ChangedRevenue[rule] += lines.Amount[row] - before;
                }
                else
                {
                    RemovedBy[row] = (byte)(rule + 1);
                    tally.RemovedRows[rule]++;
                    tally.RemovedRevenue[rule] += before;
                }
            }
        }
    }
}
