using System.Globalization;
using CustomerDashboard.Core.Learning.Metrics;

namespace CustomerDashboard.Core.Prediction.Money;

/// <summary>
/// Whom to contact so that a campaign is expected to earn most: everyone whose chance is above the threshold at which the expected profit is
/// greatest within the budget, less a control group drawn by lot.
/// </summary>
/// <remarks>
/// The threshold follows T. Verbraken, W. Verbeke, B. Baesens, 2013 (see <see cref="ProfitCurve"/>). The interval joins two uncertainties:
/// how far the chances hold what they say, resampled from customers whose answers are known, and the luck of the draw beyond that.
/// O(n log n), and two thousand resamples of the tested customers above the threshold.
/// </remarks>
public sealed record CampaignPlan
{
    public required CampaignOptions Options { get; init; }

    /// <summary>The chance from which a customer belongs to the audience; infinite where contacting nobody is best.</summary>
    public required double Threshold { get; init; }

    /// <summary>How many are contacted: the audience without those held out.</summary>
    public required int Contacts { get; init; }

    /// <summary>How many of the contacted are expected to say yes, corrected by how far the chances held in the test.</summary>
    public required double ExpectedYes { get; init; }

    /// <summary>Contacts and offers together.</summary>
    public required double Cost { get; init; }

    /// <summary>What is expected to come in less the cost.</summary>
    public required double ExpectedProfit { get; init; }

    /// <summary>95 % of such campaigns would bring between this ...</summary>
    public required double ProfitLower { get; init; }

    /// <summary>... and this.</summary>
    public required double ProfitUpper { get; init; }

    /// <summary>Expected profit against how many are contacted, taking the chances at their word and nobody held out.</summary>
    public required ProfitCurve Curve { get; init; }

    /// <summary>The same curve over customers whose answers are known; null where there are none.</summary>
    public ProfitCurve? Tested { get; init; }

    /// <summary>Everyone above the threshold, the likeliest first, with who is held out.</summary>
    public required IReadOnlyList<CampaignCustomer> Audience { get; init; }

    /// <summary>What the control group can show.</summary>
    public required ControlGroup Control { get; init; }

    /// <summary>The plan in one sentence.</summary>
    public required string Sentence { get; init; }

    /// <summary>What to know before trusting it.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Makes the plan.</summary>
    /// <param name="options">Money and control group.</param>
    /// <param name="customerIds">The customers who could be contacted.</param>
    /// <param name="probabilities">The chance of yes of each.</param>
    /// <param name="testedScores">The chances given to customers whose answers are known (forward, or held out); empty for none.</param>
    /// <param name="testedLabels">Their answers.</param>
    /// <param name="cancellationToken">Stops between resamples.</param>
    /// <exception cref="ArgumentException">No customer, lengths that differ, or a value that is not a probability.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public static CampaignPlan Make(
        CampaignOptions options,
        IReadOnlyList<string> customerIds,
        ReadOnlySpan<double> probabilities,
        ReadOnlySpan<double> testedScores = default,
        ReadOnlySpan<bool> testedLabels = default,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(customerIds);
        options.Validate();
        if (customerIds.Count != probabilities.Length || testedScores.Length != testedLabels.Length)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"There are {customerIds.Count} customers and {probabilities.Length} chances, {testedScores.Length} tested chances and {testedLabels.Length} answers."),
                nameof(probabilities));
        }

        ProfitOptions money = options.Profit;
        ProfitCurve curve = ProfitCurve.Expect(probabilities, money);
        double threshold = curve.Best.Threshold;
        int[] rows = Above(probabilities, threshold, customerIds);
        bool[] held = ControlGroup.Draw(Array.ConvertAll(rows, row => customerIds[row]), options.ControlShare, options.Seed);
        var audience = new CampaignCustomer[rows.Length];
        var contacted = new List<double>(rows.Length);
        for (int i = 0; i < rows.Length; i++)
        {
            double probability = probabilities[rows[i]];
            audience[i] = new CampaignCustomer(
                rows[i], customerIds[rows[i]], probability, (probability * money.ProfitOfYes) + ((1 - probability) * money.ProfitOfNo), held[i]);
            if (!held[i])
            {
                contacted.Add(probability);
            }
        }

        cancellationToken.ThrowIfCancellationRequested();
        CampaignForecast forecast = CampaignForecast.Of([.. contacted], testedScores, testedLabels, threshold, money, options.Seed);
        double rate = contacted.Count == 0 ? 0 : forecast.ExpectedYes / contacted.Count;
        return new CampaignPlan
        {
            Options = options,
            Threshold = threshold,
            Contacts = contacted.Count,
            ExpectedYes = forecast.ExpectedYes,
            Cost = forecast.Cost,
            ExpectedProfit = forecast.Profit,
            ProfitLower = forecast.Lower,
            ProfitUpper = forecast.Upper,
            Curve = curve,
            Tested = testedLabels.IsEmpty ? null : ProfitCurve.Of(testedScores, testedLabels, money, cancellationToken),
            Audience = audience,
            Control = ControlGroup.Of(contacted.Count, audience.Length - contacted.Count, rate, options.EffectToDetect),
            Sentence = CampaignWords.Plan(money, threshold, contacted.Count, customerIds.Count, forecast),
            Notes = CampaignWords.Notes(money, curve, forecast, audience.Length - contacted.Count),
        };
    }

    private static int[] Above(ReadOnlySpan<double> probabilities, double threshold, IReadOnlyList<string> ids)
    {
        var rows = new List<int>();
        var chances = new double[probabilities.Length];
        for (int row = 0; row < chances.Length; row++)
        {
            chances[row] = probabilities[row];
            if (chances[row] >= threshold)
            {
                rows.Add(row);
            }
        }

        rows.Sort((a, b) => chances[a] != chances[b] ? chances[b].CompareTo(chances[a]) : string.CompareOrdinal(ids[a], ids[b]));
        return [.. rows];
    }
}
