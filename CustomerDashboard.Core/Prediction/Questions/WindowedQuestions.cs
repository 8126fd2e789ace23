using CustomerDashboard.Core.Learning.ModelSelection;
using CustomerDashboard.Core.Prediction.Models;

namespace CustomerDashboard.Core.Prediction.Questions;

/// <summary>The questions asked of everyone at a cut-off: who buys again, who stays away, who spends most, and how much.</summary>
internal sealed class WindowedQuestions(
    CustomerLines lines, WindowPlan plan, WindowedTables tables, FeatureAvailability features, TrainTestSplit holdOut, PredictionOptions options)
{
    private const string LongerWindow = "Choose a longer outcome window, so that some customers return in it.";
    private const string ShorterWindow = "Choose a shorter outcome window, so that some customers stay away.";

    private readonly PredictionWindows _windows = plan.Current!;
    private readonly SeasonalSales _seasons = new(lines);

    /// <summary>The question of an id, or null when it is not one of these.</summary>
    public PreparedTask? Prepare(string id, bool repeatIsAsked) => id switch
    {
        QuestionIds.Repeat => Repeat(),
        QuestionIds.Churn => Churn(repeatIsAsked),
        QuestionIds.HighSpender => HighSpender(),
        QuestionIds.Spend => Spend(),
        _ => null,
    };

    private PreparedTask Repeat() => Binary(
        new PredictionQuestion
        {
            Id = QuestionIds.Repeat,
            Kind = QuestionKind.Binary,
            Title = FormattableString.Invariant($"Who buys again in the next {options.HorizonDays} days?"),
            Definition = FormattableString.Invariant($"Yes for a customer with at least one purchase in the {options.HorizonDays} days after the cut-off, foretold from purchases up to it."),
            Classes = ["stays away", "buys again"],
        },
        table => table.BoughtAgain,
        FormattableString.Invariant($"bought again in the {options.HorizonDays} days after {_windows.Cutoff:yyyy-MM-dd}"),
        LongerWindow,
        ShorterWindow,
        [ModelKind.Majority, ModelKind.LastPeriod, ModelKind.RecencyAlone, ModelKind.LastYearSpendAlone]);

    private PreparedTask Churn(bool repeatIsAsked) => Binary(
        new PredictionQuestion
        {
            Id = QuestionIds.Churn,
            Kind = QuestionKind.Binary,
            Title = FormattableString.Invariant($"Who will not buy in the next {options.HorizonDays} days, and is worth saving?"),
            Definition = FormattableString.Invariant($"Yes for a customer without any purchase in the {options.HorizonDays} days after the cut-off: the opposite of buying again. Value at risk is the chance of staying away x the spend of the last year."),
            Classes = ["buys again", "stays away"],
        },
        table => Array.ConvertAll(table.BoughtAgain, bought => !bought),
        FormattableString.Invariant($"stayed away in the {options.HorizonDays} days after {_windows.Cutoff:yyyy-MM-dd}"),
        ShorterWindow,
        LongerWindow,
        [ModelKind.Majority, ModelKind.LastPeriod, ModelKind.RecencyAlone, ModelKind.LastYearSpendAlone]) with
    {
        OppositeOf = repeatIsAsked ? QuestionIds.Repeat : null,
        RanksByValueAtRisk = true,
    };

    private PreparedTask HighSpender()
    {
        double limit = options.HighSpenderAmount ?? Limit(tables.Current);
        string who = options.HighSpenderAmount is { } amount
            ? FormattableString.Invariant($"customers who spend {amount:#,0.##} or more")
            : FormattableString.Invariant($"the top {100 * options.HighSpenderShare:0.#}% by spend, which was more than {limit:#,0.00}");
        return Binary(
            new PredictionQuestion
            {
                Id = QuestionIds.HighSpender,
                Kind = QuestionKind.Binary,
                Title = FormattableString.Invariant($"Who will be a high spender in the next {options.HorizonDays} days?"),
                Definition = FormattableString.Invariant($"Yes for {who} in the {options.HorizonDays} days after the cut-off."),
                Classes = ["spends less", "is a high spender"],
            },
            table => High(table, options.HighSpenderAmount ?? Limit(table)),
            FormattableString.Invariant($"were high spenders in the {options.HorizonDays} days after {_windows.Cutoff:yyyy-MM-dd}"),
            "Lower the spend or raise the share from which a customer counts as a high spender, or choose a longer outcome window.",
            "Raise the spend or lower the share from which a customer counts as a high spender.",
            [ModelKind.Majority, ModelKind.LastYearSpendAlone]);
    }

    private PreparedTask Spend()
    {
        var question = new PredictionQuestion
        {
            Id = QuestionIds.Spend,
            Kind = QuestionKind.Numeric,
            Title = FormattableString.Invariant($"How much will each customer spend in the next {options.HorizonDays} days?"),
            Definition = FormattableString.Invariant($"The sum of a customer's purchases in the {options.HorizonDays} days after the cut-off."),
            Unit = "currency",
        };
        PredictionUnavailable? unavailable = TaskChecks.OfNumbers(
            tables.Current.Spend,
            FormattableString.Invariant($"The spend in the {options.HorizonDays} days after {_windows.Cutoff:yyyy-MM-dd}"),
            "Choose a longer outcome window or an earlier cut-off.");
        IReadOnlyList<TrainTestSplit> folds = unavailable is null ? KFold.Split(tables.Current.RowCount, options.FoldCount, options.Seed) : [];
        return Assemble(question, table => table.Spend, folds, unavailable, [ModelKind.Mean, ModelKind.Median, ModelKind.RunRate]);
    }

    private PreparedTask Binary(
        PredictionQuestion question, Func<PredictionTable, bool[]> answers, string what, string ifFew, string ifMany, ModelKind[] baselines)
    {
        bool[] labels = answers(tables.Current);
        PredictionUnavailable? unavailable = TaskChecks.OfBinary(labels, options.FoldCount, what, ifFew, ifMany);
        IReadOnlyList<TrainTestSplit> folds = unavailable is null ? StratifiedSplit.Folds(labels, options.FoldCount, options.Seed) : [];
        return Assemble(question, table => Array.ConvertAll(answers(table), yes => yes ? 1.0 : 0), folds, unavailable, baselines);
    }

    private PreparedTask Assemble(
        PredictionQuestion question, Func<PredictionTable, double[]> answers, IReadOnlyList<TrainTestSplit> folds, PredictionUnavailable? unavailable, ModelKind[] baselines)
    {
        var task = new PreparedTask
        {
            Question = question,
            Unavailable = unavailable,
            Windows = _windows,
            ScoringWindows = plan.Scoring,
            LeftOut = features.LeftOut,
            CustomerIds = lines.Data.CustomerIds,
        };
        if (unavailable is not null)
        {
            return task;
        }

        List<(DateTime Cutoff, TaskRows Rows, double Season)> origins = Origins(question.Kind, answers);
        TaskRows? earlier = origins.Count > 1 ? origins[^2].Rows : null;
        int year = features.IndexOf(PredictionFeatureIds.SpendLast365Days);
        double days = Math.Clamp(_windows.ObservationDays, 1, 365);
        var data = new TaskData
        {
            Current = origins[^1].Rows,
            Earlier = earlier,
            Scoring = Rows(tables.Now, null),
            LogColumns = [.. Enumerable.Range(0, features.Columns.Length)],
            RunRate = (year >= 0 ? year : features.IndexOf(PredictionFeatureIds.Monetary), _windows.OutcomeDays / days),
            SeasonForward = origins[^1].Season,
            SeasonScoring = _seasons.Between(_windows, plan.Scoring!),
            HoldOut = holdOut,
            Folds = folds,
        };
        return task with
        {
            EarlierWindows = earlier is null ? null : plan.Earlier,
            Features = features.Definitions,
            Notes = earlier is null ? [NoForwardTest()] : [],
            Data = data,
            Models = ModelChoice.For(question, data, baselines, options),
            Origins = origins,
            LastYearSpend = Array.ConvertAll(tables.Now.RunRate, rate => rate * Math.Clamp(tables.Now.Windows.ObservationDays, 1, 365) / tables.Now.Windows.OutcomeDays),
        };
    }

    /// <summary>The question at each cut-off from the oldest without a gap that can be learned from.</summary>
    private List<(DateTime Cutoff, TaskRows Rows, double Season)> Origins(QuestionKind kind, Func<PredictionTable, double[]> answers)
    {
        var origins = new List<(DateTime, TaskRows, double)>();
        for (int i = tables.Past.Count - 1; i >= 0; i--)
        {
            PredictionTable table = tables.Past[i];
            TaskRows rows = Rows(table, answers(table));
            if (i < tables.Past.Count - 1 && !Learnable(kind, rows))
            {
                break;
            }

            origins.Insert(0, (table.Windows.Cutoff, rows, _seasons.Between(i == 0 ? null : tables.Past[i - 1].Windows, table.Windows)));
        }

        return origins;
    }

    private static bool Learnable(QuestionKind kind, TaskRows rows)
    {
        if (rows.Count < TaskChecks.FewestCustomers)
        {
            return false;
        }

        if (kind == QuestionKind.Numeric)
        {
            return rows.Targets.AsSpan().ContainsAnyExcept(rows.Targets[0]);
        }

        int positives = rows.Labels().AsSpan().Count(true);
        return Math.Min(positives, rows.Count - positives) >= TaskChecks.FewestOfOneClass;
    }

    private TaskRows Rows(PredictionTable table, double[]? targets) =>
        new(table.Features.SelectColumns(features.Columns), table.CustomerIndex, targets ?? []);

    private string NoForwardTest() => FormattableString.Invariant(
        $"There is no forward test: it would need purchases well before {_windows.Cutoff.AddDays(-options.HorizonDays):yyyy-MM-dd}, one outcome window before the cut-off. The figures come from customers of the same cut-off, which flatters a little.");

    /// <summary>The spend that only the share of high spenders exceeds; interpolated between neighbours as is usual for quantiles.</summary>
    private double Limit(PredictionTable table)
    {
        double[] sorted = [.. table.Spend];
        if (sorted.Length == 0)
        {
            return 0;
        }

        Array.Sort(sorted);
        double place = (1 - options.HighSpenderShare) * (sorted.Length - 1);
        int below = (int)place;
        return below + 1 < sorted.Length ? sorted[below] + ((place - below) * (sorted[below + 1] - sorted[below])) : sorted[below];
    }

    private bool[] High(PredictionTable table, double limit) =>
        Array.ConvertAll(table.Spend, spend => options.HighSpenderAmount is null ? spend > limit : spend >= limit);
}
