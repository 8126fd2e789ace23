using CustomerDashboard.Core.Learning.Classification;
using CustomerDashboard.Core.Learning.ModelSelection;
using CustomerDashboard.Core.Numerics;
using CustomerDashboard.Core.Prediction.Judging;
using CustomerDashboard.Core.Prediction.Questions;

namespace CustomerDashboard.Core.Prediction;

/// <summary>One run over windows that are known to lie inside the file.</summary>
internal sealed class PredictionRun(CustomerLines lines, WindowPlan plan, PredictionOptions options)
{
    private readonly List<string> _notes = [];

    public PredictionResult Run(IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        var reversed = new ReversedOrderIndex(lines);
        PredictionWindows windows = plan.Current!;
        WindowedTables tables = WindowedTables.Build(lines, reversed, plan, options, cancellationToken);
        PredictionTable table = tables.Current;
        if (TooFewCustomers(table) is { } tooFew)
        {
            return PurchasePrediction.Nothing(options, tooFew) with
            {
                Windows = windows,
                ScoringWindows = plan.Scoring,
                Tasks = new LaboratoryRun(lines, reversed, options).Run(plan, null, tooFew, progress, cancellationToken),
            };
        }

        cancellationToken.ThrowIfCancellationRequested();
        PredictionTable? earlierTable = plan.Earlier is null ? null : tables.Past[^2];
        PredictionTable now = tables.Now;
        FeatureAvailability features = FeatureAvailability.Of(lines.Data, windows);
        TaskSample current = TaskSample.Of(table, features.Columns);
        TaskSample? earlier = UsableEarlier(earlierTable, features);
        TrainTestSplit split = StratifiedSplit.HoldOut(table.BoughtAgain, options.TestFraction, options.Seed);
        TaskSample scoring = TaskSample.Of(now, features.Columns);
        IReadOnlyList<ReversedOrder> reversedOrders = Reversed(reversed, windows);
        if (windows.ObservationDays < 365)
        {
            _notes.Add(FormattableString.Invariant(
                $"Only {Math.Floor(windows.ObservationDays):0} days lie before the cut-off, so the run-rate is taken from them instead of a full year; a season may be missing from it."));
        }

        double[]? probabilities = null;
        var heldOut = new double?[lines.Data.CustomerCount];
        RepeatPurchaseResult repeat;
        if (UnfitForRepeat(table) is { } reason)
        {
            repeat = EmptyRepeat(table, reason);
        }
        else
        {
            (repeat, IClassifierModel model) = new RepeatPurchaseTask(current, earlier, split, features, options).Run(progress, cancellationToken);
            probabilities = model.PredictProbability(scoring.Features);
            float[] scores = repeat.Models.Single(m => m.Id == repeat.ChosenModelId).Holdout.Scores;
            for (int i = 0; i < split.Test.Length; i++)
            {
                heldOut[table.CustomerIndex[split.Test[i]]] = scores[i];
            }
        }

        double[]? expected = null;
        SpendResult spend;
        if (UnfitForSpend(table, split) is { } noSpend)
        {
            spend = EmptySpend(table, noSpend, reversedOrders);
        }
        else
        {
            (spend, Func<TaskSample, double[]> forecast) =
                new SpendTask(current, earlier, split, features, options).Run(reversedOrders, progress, cancellationToken);
            expected = forecast(scoring);
        }

        IReadOnlyList<TaskResult> tasks = new LaboratoryRun(lines, reversed, options).Run(plan, tables, null, progress, cancellationToken);
        return new PredictionResult
        {
            Options = options,
            Windows = windows,
            EarlierWindows = earlier is null ? null : plan.Earlier,
            ScoringWindows = plan.Scoring,
            Features = features.Definitions,
            LeftOut = features.LeftOut,
            Notes = _notes,
            Repeat = repeat,
            Spend = spend,
            Tasks = tasks,
            Customers = Score(table, now, Led(tasks, QuestionIds.Repeat, now) ?? probabilities, Led(tasks, QuestionIds.Spend, now) ?? expected, heldOut),
        };
    }

    /// <summary>What the leading model of a question says of everyone scored, so that a customer has one figure everywhere; null where it was not asked.</summary>
    private static double[]? Led(IReadOnlyList<TaskResult> tasks, string question, PredictionTable now)
    {
        IReadOnlyList<CustomerScore>? scores = tasks.FirstOrDefault(task => task.Question.Id == question)?.Scores;
        if (scores is not { Count: > 0 })
        {
            return null;
        }

        Dictionary<int, double> values = scores.ToDictionary(score => score.Customer, score => score.Value);
        return Array.ConvertAll(now.CustomerIndex, customer => values[customer]);
    }

    private TaskSample? UsableEarlier(PredictionTable? table, FeatureAvailability features)
    {
        if (table is not null && table.RowCount >= PurchasePrediction.FewestCustomers && RarerClass(table) >= PurchasePrediction.FewestOfOneClass)
        {
            return TaskSample.Of(table, features.Columns);
        }

        _notes.Add(FormattableString.Invariant(
            $"There is no forward test: it would need purchases well before {plan.Current!.Cutoff.AddDays(-options.HorizonDays):yyyy-MM-dd}, one outcome window before the cut-off. The figures come from customers held out at the same cut-off, which flatters a little."));
        return null;
    }

    private IReadOnlyList<ReversedOrder> Reversed(ReversedOrderIndex index, PredictionWindows windows)
    {
        if (options.ReversedOrders == ReversedOrders.Keep)
        {
            return [];
        }

        IReadOnlyList<ReversedOrder> orders = index.Between(windows.Cutoff.Ticks, windows.OutcomeEnd.Ticks);
        if (orders.Count > 0)
        {
            ReversedOrder largest = orders[0];
            string one = orders.Count == 1 ? "order was" : "orders were";
            _notes.Add(FormattableString.Invariant(
                $"{orders.Count} {one} cancelled in full within 24 hours and left out of the spend to be foretold; the largest, {largest.Invoice} of customer {largest.CustomerId}, was {largest.Amount:N2}."));
        }

        return orders;
    }

    private CustomerPrediction[] Score(
        PredictionTable table, PredictionTable now, double[]? probabilities, double[]? expected, double?[] heldOut)
    {
        var bought = new bool?[lines.Data.CustomerCount];
        for (int row = 0; row < table.RowCount; row++)
        {
            bought[table.CustomerIndex[row]] = table.BoughtAgain[row];
        }

        var rowOf = new int[lines.Data.CustomerCount];
        Array.Fill(rowOf, -1);
        for (int row = 0; row < now.RowCount; row++)
        {
            rowOf[now.CustomerIndex[row]] = row;
        }

        var result = new CustomerPrediction[lines.Data.CustomerCount];
        for (int customer = 0; customer < result.Length; customer++)
        {
            // A customer without a purchase in the observation window has no features to be judged by.
            int row = rowOf[customer];
            result[customer] = new CustomerPrediction(
                customer,
                lines.Data.CustomerIds[customer],
                row < 0 ? null : probabilities?[row],
                row < 0 ? null : expected?[row],
                row < 0 ? 0 : now.RunRate[row],
                heldOut[customer],
                bought[customer]);
        }

        return result;
    }

    private PredictionUnavailable? TooFewCustomers(PredictionTable table)
    {
        string cutoff = FormattableString.Invariant($"{plan.Current!.Cutoff:yyyy-MM-dd}");
        return table.RowCount switch
        {
            0 => new PredictionUnavailable(
                PredictionProblem.NoCustomersBeforeCutoff,
                $"No customer has a purchase in the observation window before the cut-off {cutoff}.",
                "Choose a later cut-off or a longer observation window."),
            < PurchasePrediction.FewestCustomers => new PredictionUnavailable(
                PredictionProblem.TooFewCustomers,
                FormattableString.Invariant($"Only {table.RowCount} {(table.RowCount == 1 ? "customer has" : "customers have")} a purchase before the cut-off {cutoff}."),
                FormattableString.Invariant($"At least {PurchasePrediction.FewestCustomers} are needed to learn from some and test on others; choose a later cut-off or load more customers.")),
            _ => null,
        };
    }

    private PredictionUnavailable? UnfitForRepeat(PredictionTable table)
    {
        int positives = table.Positives;
        int rarer = RarerClass(table);
        string who = FormattableString.Invariant($"{positives:N0} of {table.RowCount:N0} customers bought again in the {options.HorizonDays} days after {plan.Current!.Cutoff:yyyy-MM-dd}");
        if (rarer == 0)
        {
            return new PredictionUnavailable(
                PredictionProblem.OneClassOnly,
                positives == 0 ? $"None {who[(who.IndexOf(' ', StringComparison.Ordinal) + 1)..]}." : $"All {who}.",
                positives == 0 ? "Choose a longer outcome window, so that some customers return in it." : "Choose a shorter outcome window, so that some customers stay away.");
        }

        int needed = Math.Max(PurchasePrediction.FewestOfOneClass, options.FoldCount);
        return rarer >= needed ? null : new PredictionUnavailable(
            PredictionProblem.TooFewOfOneClass,
            $"Only {who}.",
            FormattableString.Invariant($"At least {needed} must have bought and {needed} not; choose {(positives < needed ? "a longer" : "a shorter")} outcome window or load more customers."));
    }

    private PredictionUnavailable? UnfitForSpend(PredictionTable table, TrainTestSplit split)
    {
        bool any = false;
        foreach (double value in table.Spend)
        {
            any |= value != 0;
        }

        return any && split.Test.Length > 0 && split.Train.Length > 0 ? null : new PredictionUnavailable(
            PredictionProblem.NoSpendInOutcome,
            FormattableString.Invariant($"Nobody spent anything in the {options.HorizonDays} days after {plan.Current!.Cutoff:yyyy-MM-dd}."),
            "Choose a longer outcome window or an earlier cut-off.");
    }

    private static int RarerClass(PredictionTable table) => Math.Min(table.Positives, table.RowCount - table.Positives);

    private static RepeatPurchaseResult EmptyRepeat(PredictionTable table, PredictionUnavailable reason) => new()
    {
        Unavailable = reason,
        Customers = table.RowCount,
        Positives = table.Positives,
        TrainingCustomers = 0,
        HoldoutCustomers = 0,
        Models = [],
        Verdict = reason.Message,
        OddsRatios = [],
    };

    private static SpendResult EmptySpend(PredictionTable table, PredictionUnavailable reason, IReadOnlyList<ReversedOrder> reversed) => new()
    {
        Unavailable = reason,
        Customers = table.RowCount,
        ActualTotal = table.Spend.Sum(),
        TrainingCustomers = 0,
        HoldoutCustomers = 0,
        Models = [],
        Verdict = reason.Message,
        LinearEffects = [],
        ReversedOrders = reversed,
    };
}
