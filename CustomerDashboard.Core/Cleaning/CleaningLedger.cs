using System.Numerics;
using CustomerDashboard.Core.Cleaning.Rules;
using CustomerDashboard.Core.Transactions;

namespace CustomerDashboard.Core.Cleaning;

/// <summary>
/// Decides for every line which rule removes it and keeps the books. Rules that look at a line alone are marked in one
/// pass over the rows, each as one bit, so the first bit set of those switched on is the rule that removes the line and
/// every rule's standalone count comes from the same pass. Rules that depend on what was kept follow one by one.
/// </summary>
internal sealed class CleaningLedger
{
    private readonly CleaningLines lines;
    private readonly IReadOnlyList<ICleaningRule> rules;
    private readonly string?[] reasons;
    private readonly ILineTest?[] tests;
    private readonly ushort[] markedEverywhere;
    private readonly bool[] customerSeen;
    private readonly bool[] productSeen;
    private readonly bool[] countrySeen;

    public CleaningLedger(CleaningLines lines, IReadOnlyList<ICleaningRule> rules)
    {
        this.lines = lines;
        this.rules = rules;
        RemovedBy = new byte[lines.RowCount];
        reasons = new string?[rules.Count];
        tests = new ILineTest?[rules.Count];
        markedEverywhere = new ushort[lines.Customer.Values.Length];
        Array.Fill(markedEverywhere, ushort.MaxValue);
        customerSeen = new bool[markedEverywhere.Length];
        productSeen = new bool[lines.Table.Product?.Values.Length ?? 0];
        countrySeen = new bool[lines.Table.Country?.Values.Length ?? 0];
        for (int rule = 0; rule < rules.Count; rule++)
        {
            reasons[rule] = rules[rule].NotApplicableReason(lines);
        }
    }

    /// <summary>0 for each line kept, else the step that removed it.</summary>
    public byte[] RemovedBy { get; }

    public LedgerTally Tally { get; private set; } = new(0);

    /// <summary>The totals of the lines as read.</summary>
    public CleaningTotals Before(int invoices) => new(
        lines.RowCount,
        customerSeen.AsSpan(0, lines.Table.Customer.Values.Length).Count(true),
        invoices,
        productSeen.AsSpan().Count(true),
        countrySeen.AsSpan().Count(true),
        Tally.Revenue,
        Tally.Units,
        lines.RowCount == 0 ? null : new DateTime(Tally.FirstTicks),
        lines.RowCount == 0 ? null : new DateTime(Tally.LastTicks));

    public void Run(CancellationToken cancellationToken)
    {
        Parallel.For(0, rules.Count, new ParallelOptions { CancellationToken = cancellationToken }, rule =>
        {
            if (reasons[rule] is null)
            {
                tests[rule] = rules[rule].Prepare(lines, null, cancellationToken);
            }
        });
        MarkAll(cancellationToken);
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
        (int[] customersRemoved, int[] standaloneCustomers) = CountCustomers(cancellationToken);
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
                RowsRemoved = Tally.RemovedRows[rule],
                CustomersRemoved = customersRemoved[rule],
                RevenueRemoved = Tally.RemovedRevenue[rule],
                RowsChanged = Tally.ChangedRows[rule],
                RevenueChanged = Tally.ChangedRevenue[rule],
                StandaloneRows = Tally.StandaloneRows[rule],
                StandaloneCustomers = standaloneCustomers[rule],
                StandaloneRevenue = Tally.StandaloneRevenue[rule],
                Detail = tests[rule]?.Detail,
            };
            rows -= Tally.RemovedRows[rule];
        }

        return steps;
    }

    private void MarkAll(CancellationToken cancellationToken)
    {
        (ushort removing, ushort changing) = Masks();
        var pieces = new LedgerTally[RowChunks.Count(lines.RowCount)];
        RowChunks.ForEach(
            lines.RowCount,
            cancellationToken,
            () => (Marks: new ushort[RowChunks.Size], Everywhere: NewMask()),
            (chunk, start, end, worker) =>
            {
                Span<ushort> marks = worker.Marks.AsSpan(0, end - start);
                marks.Clear();
                for (int rule = 0; rule < tests.Length; rule++)
                {
                    tests[rule]?.Mark(start, marks, (ushort)(1 << rule));
                }

                LedgerTally piece = new(rules.Count);
                pieces[chunk] = piece;
                BookMarks(piece, start, marks, removing, changing);
                BookTotals(piece, start, end);
                ReadOnlySpan<int> customer = lines.Customer.Codes.AsSpan(start, marks.Length);
                for (int i = 0; i < marks.Length; i++)
                {
                    if (customer[i] >= 0)
                    {
                        worker.Everywhere[customer[i]] &= marks[i];
                    }
                }
            },
            worker =>
            {
                for (int i = 0; i < markedEverywhere.Length; i++)
                {
                    markedEverywhere[i] &= worker.Everywhere[i];
                }
            });
        Tally = LedgerTally.Sum(rules.Count, pieces);
    }

    private ushort[] NewMask()
    {
        var mask = new ushort[markedEverywhere.Length];
        Array.Fill(mask, ushort.MaxValue);
        return mask;
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

    private void BookMarks(LedgerTally piece, int start, ReadOnlySpan<ushort> marks, ushort removing, ushort changing)
    {
        int firstFill = CleaningRuleCatalog.StepNumber(CleaningRuleIds.MissingQuantity) - 1;
        for (int i = 0; i < marks.Length; i++)
        {
            int mark = marks[i];
            if (mark == 0)
            {
                continue;
            }

            int row = start + i;
            double raw = lines.RawAmount[row];
            for (int rest = mark; rest != 0; rest &= rest - 1)
            {
                int rule = BitOperations.TrailingZeroCount(rest);
                piece.StandaloneRows[rule]++;
                piece.StandaloneRevenue[rule] += raw;
            }

            int remover = rules.Count;
            if ((mark & removing) != 0)
            {
                remover = BitOperations.TrailingZeroCount(mark & removing);
                RemovedBy[row] = (byte)(remover + 1);
                piece.RemovedRows[remover]++;
                piece.RemovedRevenue[remover] += remover > firstFill ? lines.Amount[row] : raw;
            }

            for (int rest = mark & changing; rest != 0; rest &= rest - 1)
            {
                int rule = BitOperations.TrailingZeroCount(rest);
                if (rule < remover)
                {
                    piece.ChangedRows[rule]++;
                    piece.ChangedRevenue[rule] += rule >= firstFill ? lines.Amount[row] - raw : 0;
                }
            }
        }
    }

    private void BookTotals(LedgerTally piece, int start, int end)
    {
        TransactionTable table = lines.Table;
        int[] customer = table.Customer.Codes;
        int[]? product = table.Product?.Codes;
        int[]? country = table.Country?.Codes;
        double revenue = 0;
        double units = 0;
        long first = long.MaxValue;
        long last = long.MinValue;
        for (int i = start; i < end; i++)
        {
            revenue += lines.RawAmount[i];
            units += double.IsFinite(table.Quantity[i]) ? table.Quantity[i] : 0;
            first = Math.Min(first, table.Ticks[i]);
            last = Math.Max(last, table.Ticks[i]);
            See(customerSeen, customer[i]);
            if (product is not null)
            {
                See(productSeen, product[i]);
            }

            if (country is not null)
            {
                See(countrySeen, country[i]);
            }
        }

        (piece.Revenue, piece.Units, piece.FirstTicks, piece.LastTicks) = (revenue, units, first, last);
    }

    // Reading first keeps the threads from passing the same cache line to and fro.
    private static void See(bool[] seen, int code)
    {
        if (code >= 0 && !seen[code])
        {
            seen[code] = true;
        }
    }

    private void RunOnKept(int rule, CancellationToken cancellationToken)
    {
        ILineTest test = rules[rule].Prepare(lines, RemovedBy, cancellationToken);
        tests[rule] = test;
        bool changes = rules[rule].ChangesOnly;
        if (changes)
        {
            lines.DetachNumbers();
            test = rules[rule].Prepare(lines, RemovedBy, cancellationToken);
        }

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
                if (changes)
                {
                    ((OutliersRule)rules[rule]).Winsorise(lines, row, (RangeTest)test);
                    Tally.ChangedRows[rule]++;
                    Tally.ChangedRevenue[rule] += lines.Amount[row] - before;
                }
                else
                {
                    RemovedBy[row] = (byte)(rule + 1);
                    Tally.RemovedRows[rule]++;
                    Tally.RemovedRevenue[rule] += before;
                }
            }
        }
    }

    /// <summary>A customer leaves at the last step that took one of its lines, if no line was kept.</summary>
    private (int[] InOrder, int[] Standalone) CountCustomers(CancellationToken cancellationToken)
    {
        var fates = new ushort[markedEverywhere.Length];
        RowChunks.ForEach(
            lines.RowCount,
            cancellationToken,
            () => new ushort[fates.Length],
            (_, start, end, own) =>
            {
                for (int i = start; i < end; i++)
                {
                    int customer = lines.Customer.Codes[i];
                    if (customer >= 0)
                    {
                        own[customer] |= (ushort)(1 << RemovedBy[i]);
                    }
                }
            },
            own =>
            {
                for (int i = 0; i < fates.Length; i++)
                {
                    fates[i] |= own[i];
                }
            });
        var inOrder = new int[rules.Count];
        var standalone = new int[rules.Count];
        for (int customer = 0; customer < fates.Length; customer++)
        {
            if (fates[customer] == 0)
            {
                continue;
            }

            if ((fates[customer] & 1) == 0)
            {
                inOrder[BitOperations.Log2(fates[customer]) - 1]++;
            }

            for (int rest = markedEverywhere[customer]; rest != 0; rest &= rest - 1)
            {
                int rule = BitOperations.TrailingZeroCount(rest);
                if (rule < standalone.Length)
                {
                    standalone[rule]++;
                }
            }
        }

        return (inOrder, standalone);
    }
}
