namespace CustomerDashboard.Core.Prediction;

/// <summary>
/// What to do with an order that was reversed: the same customer has a cancelling invoice of the same amount within
/// 24 hours after it.
/// </summary>
public enum ReversedOrders
{
    /// <summary>Count it like any other order.</summary>
    Keep,

    /// <summary>Count it in features and in who bought again, but not in the spend that is to be foretold.</summary>
    LeaveOutOfSpendOutcome,

    /// <summary>Count it nowhere; before the cut-off only where the cancellation too was known by the cut-off.</summary>
    LeaveOut,
}
