namespace CustomerDashboard.Core.Cleaning;

/// <summary>The cleaning rules removed every line; the message says which rule took the last ones and what to do.</summary>
public sealed class NothingLeftException : Exception
{
    public NothingLeftException(string message, string ruleId, IReadOnlyList<CleaningStep> steps, CleaningTotals? before = null)
        : base(message)
    {
        RuleId = ruleId;
        Steps = steps;
        Before = before;
    }

    /// <summary>The rule that removed the last lines; empty when the file had none to begin with.</summary>
    public string RuleId { get; }

    /// <summary>The ledger up to the point where nothing was left.</summary>
    public IReadOnlyList<CleaningStep> Steps { get; }

    /// <summary>The totals of the lines as read; null when the file had none.</summary>
    public CleaningTotals? Before { get; }
}
