using CustomerDashboard.Core.Learning.Metrics;

namespace CustomerDashboard.Core.Prediction.Money;

/// <summary>Says what a campaign plan means.</summary>
internal static class CampaignWords
{
    public static string Plan(ProfitOptions money, double threshold, int contacts, int customers, CampaignForecast forecast)
    {
        if (contacts == 0)
        {
            return double.IsPositiveInfinity(money.BreakEvenProbability)
                ? FormattableString.Invariant($"Contact nobody: even a sure yes would bring {money.ProfitOfYes:0.##} after costs.")
                : FormattableString.Invariant($"Contact nobody: it pays from a chance of {100 * money.BreakEvenProbability:0.#}% on, and nobody within the budget has that.");
        }

        return FormattableString.Invariant(
            $"Contact {contacts:N0} of {customers:N0} customers, those with a chance of {100 * threshold:0.#}% or more: expected profit {forecast.Profit:N0} (95% of such campaigns bring {forecast.Lower:N0} to {forecast.Upper:N0}).");
    }

    public static IReadOnlyList<string> Notes(ProfitOptions money, ProfitCurve curve, CampaignForecast forecast, int heldOut)
    {
        var notes = new List<string>();
        if (forecast.TestedCustomers == 0)
        {
            notes.Add("Too few tested customers lie above this threshold to check what the chances hold; the interval takes them at their word.");
        }
        else if (Math.Abs(forecast.Held - 1) >= 0.05)
        {
            notes.Add(FormattableString.Invariant(
                $"Among {forecast.TestedCustomers:N0} tested customers above this threshold {100 * forecast.Held:0} said yes where 100 were foretold; the expected profit is corrected for that."));
        }

        if (money.Budget is { } budget && curve.Best.Contacts > 0 && curve.Best.Contacts == curve.Affordable.Contacts && curve.Best.Contacts < curve.Points[^1].Contacts)
        {
            notes.Add(FormattableString.Invariant($"The budget of {budget:N0} ends the list; with more money more customers would be worth contacting."));
        }

        if (heldOut > 0)
        {
            notes.Add(FormattableString.Invariant($"{heldOut:N0} customers of the audience are held out by lot. What they would have brought is the price of knowing what the campaign changes."));
        }

        if (money.Acceptance >= 1)
        {
            notes.Add("Every yes counts as earned by the campaign. Those who would have bought anyway are in it: only the control group can tell them apart.");
        }

        return notes;
    }
}
