namespace CustomerDashboard.Core.Prediction.Explaining;

/// <summary>How one feature follows from others.</summary>
/// <param name="Target">The feature that follows.</param>
/// <param name="Inputs">The features it follows from; all of them must be there.</param>
/// <param name="Value">Its value, from the features as they were and as they are now.</param>
/// <param name="Reason">How, in words.</param>
internal sealed record FeatureRule(
    string Target, string[] Inputs, Func<Func<string, double>, Func<string, double>, double> Value, string Reason)
{
    /// <summary>The rules of the features of purchases, in the order they are applied: what follows from one may move the next.</summary>
    public static IReadOnlyList<FeatureRule> All { get; } =
    [
        new(PredictionFeatureIds.OrdersLast365Days, [PredictionFeatureIds.OrdersLast90Days], (_, now) => Math.Max(now(PredictionFeatureIds.OrdersLast365Days), now(PredictionFeatureIds.OrdersLast90Days)), "the last year holds the last 90 days"),
        new(PredictionFeatureIds.SpendLast365Days, [PredictionFeatureIds.SpendLast90Days], (_, now) => Math.Max(now(PredictionFeatureIds.SpendLast365Days), now(PredictionFeatureIds.SpendLast90Days)), "the last year holds the last 90 days"),
        new(PredictionFeatureIds.Frequency, [PredictionFeatureIds.OrdersLast365Days], (_, now) => Math.Max(now(PredictionFeatureIds.Frequency), now(PredictionFeatureIds.OrdersLast365Days)), "the whole time holds the last year"),
        new(PredictionFeatureIds.Monetary, [PredictionFeatureIds.SpendLast365Days], (_, now) => Math.Max(now(PredictionFeatureIds.Monetary), now(PredictionFeatureIds.SpendLast365Days)), "the whole time holds the last year"),
        new(PredictionFeatureIds.OrdersLast365Days, [PredictionFeatureIds.Frequency], (_, now) => Math.Min(now(PredictionFeatureIds.OrdersLast365Days), now(PredictionFeatureIds.Frequency)), "the last year cannot hold more orders than there are"),
        new(PredictionFeatureIds.OrdersLast365Days, [PredictionFeatureIds.Recency], (_, now) => now(PredictionFeatureIds.Recency) > 365 ? 0 : now(PredictionFeatureIds.OrdersLast365Days), "the last purchase is more than a year ago"),
        new(PredictionFeatureIds.SpendLast365Days, [PredictionFeatureIds.Recency], (_, now) => now(PredictionFeatureIds.Recency) > 365 ? 0 : now(PredictionFeatureIds.SpendLast365Days), "the last purchase is more than a year ago"),
        new(PredictionFeatureIds.OrdersLast90Days, [PredictionFeatureIds.OrdersLast365Days], (_, now) => Math.Min(now(PredictionFeatureIds.OrdersLast90Days), now(PredictionFeatureIds.OrdersLast365Days)), "the last 90 days cannot hold more orders than the last year"),
        new(PredictionFeatureIds.OrdersLast90Days, [PredictionFeatureIds.Recency], (_, now) => now(PredictionFeatureIds.Recency) > 90 ? 0 : now(PredictionFeatureIds.OrdersLast90Days), "the last purchase is more than 90 days ago"),
        new(PredictionFeatureIds.SpendLast90Days, [PredictionFeatureIds.Recency], (_, now) => now(PredictionFeatureIds.Recency) > 90 ? 0 : now(PredictionFeatureIds.SpendLast90Days), "the last purchase is more than 90 days ago"),
        new(PredictionFeatureIds.Tenure, [PredictionFeatureIds.Recency], (_, now) => Math.Max(now(PredictionFeatureIds.Tenure), now(PredictionFeatureIds.Recency)), "the first purchase cannot come after the last"),
        new(PredictionFeatureIds.AverageOrderValue, [PredictionFeatureIds.Monetary, PredictionFeatureIds.Frequency], (_, now) => now(PredictionFeatureIds.Monetary) / now(PredictionFeatureIds.Frequency), "total spend / orders"),
        new(PredictionFeatureIds.MeanDaysBetweenPurchases, [PredictionFeatureIds.Frequency, PredictionFeatureIds.Tenure, PredictionFeatureIds.Recency], (_, now) => now(PredictionFeatureIds.Frequency) > 1 ? (now(PredictionFeatureIds.Tenure) - now(PredictionFeatureIds.Recency)) / (now(PredictionFeatureIds.Frequency) - 1) : now(PredictionFeatureIds.Tenure), "days from first to last order / (orders - 1)"),
        new(PredictionFeatureIds.RecencyOverGap, [PredictionFeatureIds.Recency, PredictionFeatureIds.MeanDaysBetweenPurchases], (_, now) => now(PredictionFeatureIds.Recency) / (now(PredictionFeatureIds.MeanDaysBetweenPurchases) + 1), "days since last purchase / (days between orders + 1)"),
        new(PredictionFeatureIds.ReturnRate, [PredictionFeatureIds.Frequency], Cancelled, "as many cancelled orders as before"),
        new(Questions.FirstPurchaseFeatureIds.UnitsPerLine, [Questions.FirstPurchaseFeatureIds.Units, Questions.FirstPurchaseFeatureIds.Lines], (_, now) => now(Questions.FirstPurchaseFeatureIds.Units) / now(Questions.FirstPurchaseFeatureIds.Lines), "units / lines"),
        new(Questions.FirstPurchaseFeatureIds.LargestLine, [Questions.FirstPurchaseFeatureIds.Spend], (_, now) => Math.Min(now(Questions.FirstPurchaseFeatureIds.LargestLine), now(Questions.FirstPurchaseFeatureIds.Spend)), "a line cannot be worth more than its order"),
    ];

    /// <summary>Features that grow together in life, though none of them follows from another.</summary>
    public static IReadOnlyList<string> GoTogether { get; } =
    [
        PredictionFeatureIds.Frequency, PredictionFeatureIds.Monetary, PredictionFeatureIds.DistinctProducts, PredictionFeatureIds.OrdersLast90Days,
        PredictionFeatureIds.SpendLast90Days, PredictionFeatureIds.OrdersLast365Days, PredictionFeatureIds.SpendLast365Days,
    ];

    private static double Cancelled(Func<string, double> before, Func<string, double> now)
    {
        double rate = before(PredictionFeatureIds.ReturnRate);
        double cancelled = rate < 1 ? rate * before(PredictionFeatureIds.Frequency) / (1 - rate) : 0;
        return rate < 1 ? cancelled / (cancelled + now(PredictionFeatureIds.Frequency)) : rate;
    }
}
