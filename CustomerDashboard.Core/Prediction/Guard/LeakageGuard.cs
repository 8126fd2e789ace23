using CustomerDashboard.Core.Cleaning;
using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Learning.Classification;
using CustomerDashboard.Core.Numerics;
using CustomerDashboard.Core.Prediction.Models;
using CustomerDashboard.Core.Prediction.Questions;

namespace CustomerDashboard.Core.Prediction.Guard;

/// <summary>Looks for the ways in which answers leak into questions, and says what it found.</summary>
public static class LeakageGuard
{
    /// <summary>Checks a task that was answered.</summary>
    /// <param name="task">The task, with its rows.</param>
    /// <param name="data">The cleaned lines its features were built from; null for a file with one row per customer.</param>
    /// <param name="options">The options it was answered with.</param>
    /// <param name="model">The model whose way of learning is checked on shuffled answers; logistic regression where null, which is quick.</param>
    /// <param name="progress">Told after each check.</param>
    /// <param name="cancellationToken">Stops between and inside checks.</param>
    /// <exception cref="ArgumentException">The task has no data.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static GuardReport Run(
        TaskResult task,
        CleanedTransactions? data,
        PredictionOptions options,
        ModelKind? model = null,
        IProgress<WorkProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(options);
        TaskRows rows = task.Data?.Current ?? throw new ArgumentException($"There is nothing to check: {task.Unavailable?.Message}", nameof(task));
        progress?.Report(new WorkProgress("Touching what comes after the cut-off", 0));
        PerturbationCheck? perturbation = Perturb(task, data, options, cancellationToken);
        progress?.Report(new WorkProgress("Asking features one by one", 0.3));
        IReadOnlyList<SingleFeature> single = SingleFeatures.Judge(rows, task.Question.Kind, task.Question.Classes.Count, task.Features, cancellationToken);
        IReadOnlyList<IdentifierColumn> identifiers = IdentifierColumn.Find(rows.Features, task.Features);
        ShuffledLabels? shuffled = null;
        if (task.Question.Kind == QuestionKind.Binary)
        {
            IClassifier classifier = PredictionLaboratory.Classifier(task, model ?? ModelKind.LogisticRegression, options);
            shuffled = ShuffledLabels.Run(
                classifier,
                rows.Features,
                rows.Labels(),
                seed: options.Seed,
                progress: progress is null ? null : new PartialProgress(progress, 0.5, 1),
                cancellationToken: cancellationToken);
        }

        return new GuardReport(perturbation, shuffled, single, identifiers, Verdict(perturbation, shuffled, single, identifiers));
    }

    /// <summary>Builds the features of purchases again and again; null where the task's features are others.</summary>
    private static PerturbationCheck? Perturb(TaskResult task, CleanedTransactions? data, PredictionOptions options, CancellationToken cancellationToken)
    {
        int[] columns = [.. task.Features.Select(feature => Column(feature.Id))];
        return data is null || task.Windows is not { } windows || columns.Contains(-1)
            ? null
            : PerturbationCheck.Run(
                data,
                windows.Cutoff,
                lines =>
                {
                    PredictionTable table = PurchasePrediction.BuildTable(lines, windows, options.ReversedOrders);
                    return (table.CustomerIndex, table.Features.SelectColumns(columns));
                },
                task.Features,
                options.Seed,
                cancellationToken);
    }

    private static int Column(string id)
    {
        for (int column = 0; column < PredictionFeatureCatalog.All.Count; column++)
        {
            if (PredictionFeatureCatalog.All[column].Id == id)
            {
                return column;
            }
        }

        return -1;
    }

    private static string Verdict(
        PerturbationCheck? perturbation, ShuffledLabels? shuffled, IReadOnlyList<SingleFeature> single, IReadOnlyList<IdentifierColumn> identifiers)
    {
        var found = new List<string>();
        if (perturbation is { Passed: false })
        {
            found.Add(perturbation.Sentence);
        }

        if (shuffled is { Passed: false })
        {
            found.Add(shuffled.Sentence);
        }

        found.AddRange(single.Where(feature => feature.IsSuspicious).Select(feature => feature.Sentence));
        found.AddRange(identifiers.Select(identifier => identifier.Sentence));
        if (found.Count > 0)
        {
            return string.Join(" ", found);
        }

        var fine = new List<string>();
        if (perturbation is not null)
        {
            fine.Add("no feature knows what comes after the cut-off");
        }

        if (shuffled is not null)
        {
            fine.Add("nothing is found where there is nothing to find");
        }

        fine.Add("no feature tells the answer alone");
        fine.Add("none names customers");
        return $"No leak found: {string.Join(", ", fine)}.";
    }
}
