using CustomerDashboard.Core.Transactions;

namespace CustomerDashboard.Core.Cleaning;

/// <summary>What cleaning kept, what it removed and why. Nothing is deleted: every line can be found again here.</summary>
public sealed class CleaningResult
{
    public required TransactionTable Source { get; init; }

    public required CleaningOptions Options { get; init; }

    public required CleanedTransactions Cleaned { get; init; }

    /// <summary>For each line of the source: 0 where it was kept, else the <see cref="CleaningStep.Number"/> that removed it.</summary>
    public required byte[] RemovedBy { get; init; }

    /// <summary>Every rule in order, those that are off and those that do not apply included.</summary>
    public required IReadOnlyList<CleaningStep> Steps { get; init; }

    public required CleaningTotals Before { get; init; }

    public required CleaningTotals After { get; init; }

    /// <summary>Codes that look like no products, most lines first, whether or not that rule is on.</summary>
    public required IReadOnlyList<NonProductCandidate> NonProductCandidates { get; init; }

    /// <summary>The step of a rule.</summary>
    /// <exception cref="ArgumentException">There is no such rule.</exception>
    public CleaningStep Step(string ruleId) => Steps[CleaningRuleCatalog.StepNumber(ruleId) - 1];

    /// <summary>
    /// One page of the lines that a step removed, as indices into <see cref="Source"/>, in file order.
    /// Cost: one scan of a byte per line.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such step, or the page is negative.</exception>
    public int[] RemovedRows(int stepNumber, int skip, int take)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(stepNumber, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(stepNumber, Steps.Count);
        ArgumentOutOfRangeException.ThrowIfNegative(skip);
        ArgumentOutOfRangeException.ThrowIfNegative(take);
        int count = Math.Min(take, Math.Max(0, Steps[stepNumber - 1].RowsRemoved - skip));
        var rows = new int[count];
        int position = 0;
        for (int found = 0; found < skip + count; found++)
        {
            position += RemovedBy.AsSpan(position).IndexOf((byte)stepNumber);
            if (found >= skip)
            {
                rows[found - skip] = position;
            }

            position++;
        }

        return rows;
    }
}
