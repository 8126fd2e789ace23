namespace CustomerDashboard.Core.Cleaning;

/// <summary>What one piece of the rows adds to the ledger; index r of each array belongs to rule r (step r + 1).</summary>
internal sealed class LedgerTally(int rules)
{
    public int[] RemovedRows { get; } = new int[rules];

    public double[] RemovedRevenue { get; } = new double[rules];

    public int[] ChangedRows { get; } = new int[rules];

    public double[] ChangedRevenue { get; } = new double[rules];

    public int[] StandaloneRows { get; } = new int[rules];

    public double[] StandaloneRevenue { get; } = new double[rules];

    public double Revenue { get; set; }

    public double Units { get; set; }

    public long FirstTicks { get; set; } = long.MaxValue;

    public long LastTicks { get; set; } = long.MinValue;

    /// <summary>Adds up the pieces in their order, which makes the sums the same whatever thread did which piece.</summary>
    public static LedgerTally Sum(int rules, IEnumerable<LedgerTally> pieces)
    {
        LedgerTally total = new(rules);
        foreach (LedgerTally piece in pieces)
        {
            for (int rule = 0; rule < rules; rule++)
            {
                total.RemovedRows[rule] += piece.RemovedRows[rule];
                total.RemovedRevenue[rule] += piece.RemovedRevenue[rule];
                total.ChangedRows[rule] += piece.ChangedRows[rule];
                total.ChangedRevenue[rule] += piece.ChangedRevenue[rule];
                total.StandaloneRows[rule] += piece.StandaloneRows[rule];
                total.StandaloneRevenue[rule] += piece.StandaloneRevenue[rule];
            }

            total.Revenue += piece.Revenue;
            total.Units += piece.Units;
            total.FirstTicks = Math.Min(total.FirstTicks, piece.FirstTicks);
            total.LastTicks = Math.Max(total.LastTicks, piece.LastTicks);
        }

        return total;
    }
}
