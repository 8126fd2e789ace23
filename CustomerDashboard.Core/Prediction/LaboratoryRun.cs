using CustomerDashboard.Core.Learning.ModelSelection;
using CustomerDashboard.Core.Numerics;
using CustomerDashboard.Core.Prediction.Judging;
using CustomerDashboard.Core.Prediction.Questions;

namespace CustomerDashboard.Core.Prediction;

/// <summary>Prepares every question asked of a file of purchases and has them all answered at once.</summary>
internal sealed class LaboratoryRun(CustomerLines lines, ReversedOrderIndex reversed, PredictionOptions options)
{
    /// <summary>Answers the questions; one that cannot be answered does not take the others with it.</summary>
    /// <param name="plan">Where the windows lie, or why they cannot be laid.</param>
    /// <param name="tables">What was known at each cut-off; null where the windows cannot be laid.</param>
    /// <param name="unavailable">Why no question of the windows can be answered; null where they can.</param>
    /// <param name="progress">Told after every fit.</param>
    /// <param name="cancellationToken">Stops between and inside fits.</param>
    public IReadOnlyList<TaskResult> Run(
        WindowPlan plan, WindowedTables? tables, PredictionUnavailable? unavailable, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> asked = options.Questions ?? QuestionIds.Standard;
        var prepared = new List<PreparedTask>();
        WindowedQuestions? windowed = tables is null ? null : new WindowedQuestions(
            lines,
            plan,
            tables,
            FeatureAvailability.Of(lines.Data, plan.Current!),
            StratifiedSplit.HoldOut(tables.Current.BoughtAgain, options.TestFraction, options.Seed),
            options);
        FirstPurchaseQuestions? newcomers = null;
        foreach (string id in asked.Distinct(StringComparer.Ordinal))
        {
            PreparedTask? task = id switch
            {
                QuestionIds.Repeat or QuestionIds.Churn or QuestionIds.HighSpender or QuestionIds.Spend => windowed is null
                    ? Impossible(id, unavailable!)
                    : windowed.Prepare(id, asked.Contains(QuestionIds.Repeat)),
                _ => (newcomers ??= new FirstPurchaseQuestions(lines, reversed, options)).Prepare(id, null),
            };
            if (task is not null)
            {
                prepared.Add(task);
            }
        }

        return new TaskEngine(options).Run(prepared, progress, cancellationToken);
    }

    private PreparedTask Impossible(string id, PredictionUnavailable unavailable) => new()
    {
        Question = new PredictionQuestion
        {
            Id = id,
            Kind = id == QuestionIds.Spend ? QuestionKind.Numeric : QuestionKind.Binary,
            Title = id switch
            {
                QuestionIds.Repeat => FormattableString.Invariant($"Who buys again in the next {options.HorizonDays} days?"),
                QuestionIds.Churn => FormattableString.Invariant($"Who will not buy in the next {options.HorizonDays} days, and is worth saving?"),
                QuestionIds.HighSpender => FormattableString.Invariant($"Who will be a high spender in the next {options.HorizonDays} days?"),
                _ => FormattableString.Invariant($"How much will each customer spend in the next {options.HorizonDays} days?"),
            },
            Definition = "",
            Classes = id == QuestionIds.Spend ? [] : ["no", "yes"],
        },
        Unavailable = unavailable,
    };
}
