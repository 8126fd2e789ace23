using System.Globalization;
using CustomerDashboard.Core.Cleaning;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.LifetimeValue;

/// <summary>
/// Fits the models of buying and of spending, lets them compete on days held out, and tells of each customer what can still be expected.
/// Costs some hundred passes over the customers.
/// </summary>
public static class LifetimeValueAnalysis
{
    /// <summary>The least share of the days that must remain to learn from.</summary>
    private const double LeastKnownShare = 0.5;

    private const int FewestDays = 28;

    /// <summary>A correlation of frequency and amount above this leaves the gamma-gamma model's assumption behind (Fader and Hardie found .06 in CDNOW).</summary>
    private const double NoticeableCorrelation = 0.3;

    /// <summary>Runs the whole stage.</summary>
    /// <param name="lines">The cleaned lines.</param>
    /// <param name="options">Null: the defaults.</param>
    /// <param name="progress">Told between the models.</param>
    /// <param name="cancellationToken">Stops between steps of the fits.</param>
    /// <returns>The figures, or why there are none: odd data do not throw.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public static LifetimeValueResult Run(
        CleanedTransactions lines, LifetimeValueOptions? options = null, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(lines);
        options ??= new LifetimeValueOptions();
        options.Validate();
        if (lines.RowCount == 0)
        {
            return Nothing(options, "Cleaning kept no line. Switch off the rule that removes most lines on the page Cleaning.");
        }

        PurchaseDays days = PurchaseDays.Of(lines);
        int span = days.LastDay - days.FirstDay;
        if (span < FewestDays)
        {
            return Nothing(options, string.Create(CultureInfo.InvariantCulture, $"The file covers {span + 1} days. Lifetimes need at least {FewestDays + 1}, better a year or two."));
        }

        var notes = new List<string>();
        progress?.Report(new WorkProgress("Holding out the last days", 0));
        HoldoutJudge? judge = null;
        HoldoutRace? race = null;
        int holdout = options.HoldoutDays ?? Math.Min(90, span / 4);
        if (holdout > span * LeastKnownShare)
        {
            notes.Add($"Holding out {holdout} of {span + 1} days would leave too few to learn from, so the models could not be judged.");
        }
        else
        {
            try
            {
                judge = new HoldoutJudge(days, days.LastDay - holdout, options.Seed);
                race = judge.Run(cancellationToken);
            }
            catch (ArgumentException refused)
            {
                notes.Add($"The models could not be judged on the last {holdout} days: {refused.Message}");
            }
        }

        progress?.Report(new WorkProgress("Fitting on all days", 0.5));
        PurchaseSnapshot known = days.Until(days.LastDay);
        BgNbdModel bg;
        ParetoNbdModel pareto;
        try
        {
            bg = BgNbd.Fit(known.Counts, StartingAt(judge?.Bg), null, cancellationToken);
            pareto = ParetoNbd.Fit(known.Counts, StartingAt(judge?.Pareto), null, cancellationToken);
        }
        catch (ArgumentException refused)
        {
            return Nothing(options, refused.Message);
        }

        (IPurchaseModel chosen, string reason) = Choose(bg, pareto, race, options.Model);
        notes.AddRange(chosen.Doubts);
        GammaGammaModel? spending = Spending(known, notes, cancellationToken);
        double fallback = MeanAmount(days);
        progress?.Report(new WorkProgress("Valuing customers", 0.8));
        var customers = new CustomerLifetime[known.Customers.Length];
        var valuation = new Valuation(lines.CustomerIds, days, known, chosen, spending, fallback, options);
        ParallelWork.Run((customers.Length + 127) / 128, null, piece =>
        {
            int end = Math.Min(customers.Length, (piece + 1) * 128);
            for (int i = piece * 128; i < end; i++)
            {
                customers[i] = valuation.Of(i);
            }
        }, cancellationToken);
        if (chosen is BgNbdModel)
        {
            int once = known.Counts.Frequency.Count(x => x == 0);
            notes.Add($"In the BG/NBD model customers can leave only after a repeat purchase, so all {once} who bought once count as alive; look at their expected purchases instead.");
        }

        return new LifetimeValueResult
        {
            Options = options,
            End = DateOnly.FromDayNumber(days.LastDay),
            Models = [bg, pareto],
            Chosen = chosen,
            Reason = reason,
            Spending = spending,
            Race = race,
            Grid = HistoryGrid.Of(chosen, known.Counts, race is null ? 90 : holdout),
            Customers = customers,
            Notes = notes,
        };
    }

    private static LifetimeValueResult Nothing(LifetimeValueOptions options, string why) => new() { Options = options, Unavailable = why };

    private static PurchaseModelOptions StartingAt(IPurchaseModel? model) =>
        new() { Start = model is { Converged: true } ? [.. model.Parameters.Select(parameter => parameter.Value)] : null };

    private static (IPurchaseModel Chosen, string Reason) Choose(BgNbdModel bg, ParetoNbdModel pareto, HoldoutRace? race, PurchaseModelChoice choice)
    {
        if (choice != PurchaseModelChoice.BestOnHoldout)
        {
            IPurchaseModel asked = choice == PurchaseModelChoice.BgNbd ? bg : pareto;
            return (asked, $"{asked.Name} was chosen in the settings.");
        }

        if (race is null)
        {
            IPurchaseModel likelier = bg.LogLikelihood >= pareto.LogLikelihood ? bg : pareto;
            return (likelier, $"{likelier.Name} is in use because its likelihood is the greater; no days could be held out to judge by.");
        }

        double Error(IPurchaseModel model) => race.Contenders.First(contender => contender.Name == model.Name).MeanAbsoluteError;
        (IPurchaseModel better, IPurchaseModel other) = Error(bg) <= Error(pareto) ? ((IPurchaseModel)bg, (IPurchaseModel)pareto) : (pareto, bg);
        return (better, string.Create(
            CultureInfo.InvariantCulture,
            $"{better.Name} is in use: on the days held out it missed by {Error(better):0.000} purchases a customer, {other.Name} by {Error(other):0.000}."));
    }

    private static GammaGammaModel? Spending(PurchaseSnapshot known, List<string> notes, CancellationToken cancellationToken)
    {
        try
        {
            GammaGammaModel model = GammaGamma.Fit(known.Counts.Frequency, known.MonetaryValue, null, cancellationToken);
            notes.AddRange(model.Doubts);
            if (Math.Abs(model.Correlation) > NoticeableCorrelation)
            {
                notes.Add(string.Create(
                    CultureInfo.InvariantCulture,
                    $"How often customers buy and how much they spend move together (correlation {model.Correlation:0.00}), which the gamma-gamma model supposes they do not: amounts of frequent buyers are less certain."));
            }

            return model;
        }
        catch (ArgumentException refused)
        {
            notes.Add($"Amounts are taken from each customer's own purchases and the mean of all: {refused.Message}");
            return null;
        }
    }

    private static double MeanAmount(PurchaseDays days)
    {
        double amount = 0;
        long count = 0;
        for (int c = 0; c < days.CustomerCount; c++)
        {
            foreach (double paid in days.Amounts(c))
            {
                amount += paid;
                count++;
            }
        }

        return count > 0 ? Math.Max(0, amount / count) : 0;
    }
}
