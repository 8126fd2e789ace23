using CustomerDashboard.Components.Controls;
using CustomerDashboard.Core.Prediction;

namespace CustomerDashboard.Components.Pages.Prediction;

/// <summary>What the prediction says, in sentences.</summary>
public static class PredictionWords
{
    /// <summary>How many are expected to buy again, and how far to trust it.</summary>
    public static string Repeat(PredictionResult prediction)
    {
        ArgumentNullException.ThrowIfNull(prediction);
        if (prediction.Repeat is not { } repeat)
        {
            return "";
        }

        return repeat.Unavailable?.Message ?? $"About {Numbers.Count((long)Math.Round(Expected(prediction)))} of {Numbers.Count(prediction.Customers.Count)} customers are expected to buy in the next {prediction.Options.HorizonDays} days.";
    }

    /// <summary>How many are expected to stay away.</summary>
    public static string Churn(PredictionResult prediction)
    {
        ArgumentNullException.ThrowIfNull(prediction);
        if (prediction.Repeat is not { } repeat)
        {
            return "";
        }

        double leaving = prediction.Customers.Count - Expected(prediction);
        return repeat.Unavailable?.Message ?? $"About {Numbers.Count((long)Math.Round(leaving))} of {Numbers.Count(prediction.Customers.Count)} customers are expected not to buy in the next {prediction.Options.HorizonDays} days.";
    }

    public static IReadOnlyList<KeyValuePair<string, string>> Settings(PredictionResult prediction)
    {
        ArgumentNullException.ThrowIfNull(prediction);
        var options = prediction.Options;
        return
        [
            new("Outcome window", $"{options.HorizonDays} days"),
            new("Cut-off", prediction.Windows is { } windows ? Numbers.Date(windows.Cutoff) : Numbers.None),
            new("Held out", Numbers.Percent(options.TestFraction)),
            new("Folds", Numbers.Count(options.FoldCount)),
            new("Seed", options.Seed.ToString(System.Globalization.CultureInfo.CurrentCulture)),
        ];
    }

    // The probabilities add up to the number of buyers to expect.
    private static double Expected(PredictionResult prediction) => prediction.Customers.Sum(customer => customer.RepeatProbability ?? 0);
}
