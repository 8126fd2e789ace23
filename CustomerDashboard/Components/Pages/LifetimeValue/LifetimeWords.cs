using CustomerDashboard.Components.Controls;
using CustomerDashboard.Core.LifetimeValue;

namespace CustomerDashboard.Components.Pages.LifetimeValue;

/// <summary>The sentences of the Lifetime value page.</summary>
internal static class LifetimeWords
{
    /// <summary>What the page answers: how much is to come, how concentrated it is, who is late.</summary>
    public static string Answer(LifetimeValueResult lifetime, LifetimeShare totals, int overdue, string currency)
    {
        double[] values = [.. lifetime.Customers.Select(one => one.Value12).OrderDescending()];
        int few = Math.Max(1, values.Length / 10);
        double share = totals.Value12 > 0 ? values.Take(few).Sum() / totals.Value12 : 0;
        string late = overdue == 0
            ? "No regular customer is overdue."
            : $"{Numbers.Counted(overdue, "regular customer")} should have come back by now.";
        return $"Customers are worth {Numbers.Money(totals.Value12, currency)} over the next 12 months, {Numbers.Percent(share)} of it in a tenth of them. {late}";
    }
}
