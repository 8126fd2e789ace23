using CustomerDashboard.Core.Cleaning;
using CustomerDashboard.Core.Learning.Classification;
using CustomerDashboard.Core.Learning.ModelSelection;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Prediction;

/// <summary>
/// Foretells who buys again in the next N days and how much they spend, and judges itself on customers and times it did
/// not learn from, against stated baselines. Costs a few passes over the lines and some dozen small fits.
/// </summary>
public static class PurchasePrediction
{
    /// <summary>The fewest customers worth learning from.</summary>
    internal const int FewestCustomers = 20;

    /// <summary>The fewest customers of the rarer answer worth learning from.</summary>
    internal const int FewestOfOneClass = 10;

    /// <summary>Runs the whole stage.</summary>
    /// <param name="data">The cleaned lines.</param>
    /// <param name="options">Windows, models and seed.</param>
    /// <param name="progress">Told after every model.</param>
    /// <param name="cancellationToken">Stops between models and inside fits.</param>
    /// <returns>Predictions, or why there are none: odd data do not throw.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static PredictionResult Run(
        CleanedTransactions data,
        PredictionOptions? options = null,
        IProgress<WorkProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        options ??= new PredictionOptions();
        options.Validate();
        if (data.RowCount == 0)
        {
            return Nothing(options, new PredictionUnavailable(
                PredictionProblem.NoTransactions, "Cleaning kept no line.", "Switch off the rule that removes most lines on the page Cleaning."));
        }

        progress?.Report(new WorkProgress("Looking back from the cut-off", 0));
        var lines = new CustomerLines(data);
        WindowPlan plan = WindowPlan.Lay(lines.FirstTicks, lines.LastTicks, options);
        if (plan.Unavailable is not null)
        {
            return Nothing(options, plan.Unavailable) with
            {
                ScoringWindows = plan.Scoring,
                Tasks = new LaboratoryRun(lines, new ReversedOrderIndex(lines), options).Run(plan, null, plan.Unavailable, progress, cancellationToken),
            };
        }

        cancellationToken.ThrowIfCancellationRequested();
        return new PredictionRun(lines, plan, options).Run(progress, cancellationToken);
    }

    /// <summary>
    /// The features and labels at one cut-off, as the prediction itself uses them: for exports, checks and other questions.
    /// </summary>
    public static PredictionTable BuildTable(CleanedTransactions data, PredictionWindows windows, ReversedOrders treatment = ReversedOrders.Keep)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(windows);
        var lines = new CustomerLines(data);
        return PredictionTableBuilder.Build(lines, new ReversedOrderIndex(lines), treatment, windows);
    }

    internal static PredictionResult Nothing(PredictionOptions options, PredictionUnavailable unavailable) => new()
    {
        Options = options,
        Unavailable = unavailable,
        Features = [],
        LeftOut = [],
        Notes = [],
        Customers = [],
    };
}
