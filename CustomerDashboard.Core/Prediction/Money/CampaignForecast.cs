using CustomerDashboard.Core.Learning.Metrics;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Prediction.Money;

/// <summary>
/// What contacting some customers brings: how far the chances held what they said on customers whose answers are known, and how much chance is
/// left beyond that. The two together give the interval.
/// </summary>
internal sealed record CampaignForecast(double ExpectedYes, double Cost, double Profit, double Lower, double Upper, double Held, int TestedCustomers)
{
    /// <summary>Fewer tested customers above the threshold say too little of how far the chances hold.</summary>
    public const int FewestTested = 30;

    private const int Draws = 2000;

    public static CampaignForecast Of(
        ReadOnlySpan<double> contacted, ReadOnlySpan<double> testedScores, ReadOnlySpan<bool> testedLabels, double threshold, ProfitOptions options, int seed)
    {
        double promised = 0;
        double variance = 0;
        foreach (double probability in contacted)
        {
            promised += probability;
            variance += probability * (1 - probability);
        }

        (double[] scores, double[] answers) = Above(testedScores, testedLabels, threshold);
        bool tested = scores.Length >= FewestTested && Sum(scores) > 0;
        double held = tested ? Sum(answers) / Sum(scores) : 1;
        double yes = Math.Min(contacted.Length, held * promised);
        var profits = new double[Draws];
        var source = new RandomSource(seed);
        for (int draw = 0; draw < Draws; draw++)
        {
            RandomSource random = source.Split(draw);
            double ratio = tested ? Resampled(scores, answers, random) : 1;
            double drawn = (ratio * promised) + (Math.Sqrt(variance) * random.NextGaussian());
            drawn = Math.Clamp(drawn, 0, contacted.Length);
            profits[draw] = Mean(drawn, contacted.Length, options) + (Spread(drawn, contacted.Length, options) * random.NextGaussian());
        }

        Array.Sort(profits);
        double taken = (options.Acceptance * yes) + (options.WastedAcceptance * (contacted.Length - yes));
        return new CampaignForecast(
            yes,
            (options.ContactCost * contacted.Length) + (options.OfferCost * taken),
            Mean(yes, contacted.Length, options),
            profits[(int)(0.025 * Draws)],
            profits[(int)(0.975 * Draws) - 1],
            held,
            tested ? scores.Length : 0);
    }

    private static double Mean(double yes, int contacts, ProfitOptions options) => (yes * options.ProfitOfYes) + ((contacts - yes) * options.ProfitOfNo);

    /// <summary>The standard deviation that is left when it is known how many say yes: who of them takes the offer.</summary>
    private static double Spread(double yes, int contacts, ProfitOptions options)
    {
        double gain = options.Margin - options.OfferCost;
        double ofYes = options.Acceptance * (1 - options.Acceptance) * gain * gain;
        double ofNo = options.WastedAcceptance * (1 - options.WastedAcceptance) * options.OfferCost * options.OfferCost;
        return Math.Sqrt((yes * ofYes) + ((contacts - yes) * ofNo));
    }

    private static double Resampled(double[] scores, double[] answers, RandomSource random)
    {
        double promised = 0;
        double found = 0;
        for (int i = 0; i < scores.Length; i++)
        {
            int chosen = random.NextInt(scores.Length);
            promised += scores[chosen];
            found += answers[chosen];
        }

        return promised > 0 ? found / promised : 1;
    }

    private static (double[] Scores, double[] Answers) Above(ReadOnlySpan<double> scores, ReadOnlySpan<bool> labels, double threshold)
    {
        var kept = new List<double>();
        var answers = new List<double>();
        for (int i = 0; i < scores.Length; i++)
        {
            if (scores[i] >= threshold)
            {
                kept.Add(scores[i]);
                answers.Add(labels[i] ? 1 : 0);
            }
        }

        return ([.. kept], [.. answers]);
    }

    private static double Sum(double[] values)
    {
        double sum = 0;
        foreach (double value in values)
        {
            sum += value;
        }

        return sum;
    }
}
