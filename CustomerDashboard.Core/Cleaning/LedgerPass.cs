using System.Numerics;
using System.Runtime.CompilerServices;
using CustomerDashboard.Core.Cleaning.Rules;
using CustomerDashboard.Core.Transactions;

namespace CustomerDashboard.Core.Cleaning;

/// <summary>
/// The one pass over the rows for all rules that look at a line alone. Each rule is one bit of a line's mark, so the first
/// bit set of those switched on is the rule that removes the line, and every rule's standalone count comes out too.
/// </summary>
internal sealed class LedgerPass
{
    private readonly CleaningLines lines;
    private readonly int rules;
    private readonly bool[] customerSeen;
    private readonly bool[] productSeen;
    private readonly bool[] countrySeen;

    public LedgerPass(CleaningLines lines, int rules)
    {
        this.lines = lines;
        this.rules = rules;
        RemovedBy = new byte[lines.RowCount];
        MarkedEverywhere = new ushort[lines.Customer.Values.Length];
        Array.Fill(MarkedEverywhere, ushort.MaxValue);
        customerSeen = new bool[MarkedEverywhere.Length];
        productSeen = new bool[lines.Table.Product?.Values.Length ?? 0];
        countrySeen = new bool[lines.Table.Country?.Values.Length ?? 0];
        Tally = new LedgerTally(rules);
    }

    /// <summary>0 for each line kept, else the step that removed it.</summary>
    public byte[] RemovedBy { get; }

    /// <summary>For each customer the rules that mark all of its lines, a bit each.</summary>
    public ushort[] MarkedEverywhere { get; }

    public LedgerTally Tally { get; private set; }

    /// <summary>The totals of the lines as read.</summary>
    public CleaningTotals Totals(int invoices) => new(
        lines.RowCount,
        customerSeen.AsSpan(0, lines.Table.Customer.Values.Length).Count(true),
        invoices,
        productSeen.AsSpan().Count(true),
        countrySeen.AsSpan().Count(true),
        Tally.Revenue,
        Tally.Units,
        lines.RowCount == 0 ? null : new DateTime(Tally.FirstTicks),
        lines.RowCount == 0 ? null : new DateTime(Tally.LastTicks));

    /// <summary>Marks every line by every test and books it.</summary>
    /// <param name="tests">One per rule; null where a rule does not apply.</param>
    /// <param name="removing">The bits of the rules that remove.</param>
    /// <param name="changing">The bits of the rules that fill values in.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public void Run(ILineTest?[] tests, ushort removing, ushort changing, CancellationToken cancellationToken)
    {
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

                LedgerTally piece = new(rules);
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
                for (int i = 0; i < MarkedEverywhere.Length; i++)
                {
                    MarkedEverywhere[i] &= worker.Everywhere[i];
                }
            });
        Tally = LedgerTally.Sum(rules, pieces);
    }

    private ushort[] NewMask()
    {
        var mask = new ushort[MarkedEverywhere.Length];
        Array.Fill(mask, ushort.MaxValue);
        return mask;
    }

    // Compiled fully at once: a single analysis is over before the runtime would warm up.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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

            int remover = rules;
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

    // Compiled fully at once: a single analysis is over before the runtime would warm up.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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
}
