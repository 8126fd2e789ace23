using System.Numerics;

namespace CustomerDashboard.Core.Cleaning;

/// <summary>Counts the customers that leave: each at the last step that took one of its lines, if no line was kept.</summary>
internal static class CustomerFates
{
    /// <summary>How many customers each rule removes in its turn and would remove alone; index r belongs to rule r.</summary>
    /// <param name="lines">The lines of the file.</param>
    /// <param name="removedBy">0 for each line kept, else the step that removed it.</param>
    /// <param name="markedEverywhere">For each customer the rules that mark all of its lines, a bit each.</param>
    /// <param name="rules">How many rules there are.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static (int[] InOrder, int[] Standalone) Count(
        CleaningLines lines, byte[] removedBy, ushort[] markedEverywhere, int rules, CancellationToken cancellationToken)
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
                        own[customer] |= (ushort)(1 << removedBy[i]);
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
        var inOrder = new int[rules];
        var standalone = new int[rules];
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
