using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Prediction;
using CustomerDashboard.Core.Prediction.Explaining;
using CustomerDashboard.Core.Prediction.Models;
using CustomerDashboard.Core.Prediction.Questions;

namespace CustomerDashboard.Components.Pages.Prediction;

/// <summary>A model that has learned a question, with what it goes by.</summary>
/// <param name="Task">The question.</param>
/// <param name="Fitted">The model.</param>
/// <param name="Explainer">Answers why.</param>
/// <param name="Global">What the model goes by over many customers.</param>
/// <param name="Rows">The customers who can be looked at: those scored now, or where nobody is, those learned from.</param>
/// <param name="Ids">Their ids, in the same order.</param>
public sealed record ExplainedTask(
    TaskResult Task, FittedTask Fitted, PredictionExplainer Explainer, GlobalExplanation Global, TaskRows Rows, IReadOnlyList<string> Ids)
{
    public IReadOnlyList<FeatureDefinition> Features => Fitted.Features;

    /// <summary>Learns the model where it is not the leading one, and takes it apart. Runs for a part of a second up to some seconds.</summary>
    /// <param name="task">The question.</param>
    /// <param name="model">The model.</param>
    /// <param name="options">How it learns.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ArgumentException">The model cannot be learned or taken apart.</exception>
    public static ExplainedTask Of(TaskResult task, ModelKind model, PredictionOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(task);
        if (task.Data is not { } data)
        {
            throw new ArgumentException("The rows of this question are not in memory any more; run the analysis again.", nameof(task));
        }

        var fitted = task.Fitted is { } leading && leading.Model == model ? leading : PredictionLaboratory.Fit(task, model, options, cancellationToken);
        // Of several classes the most frequent answer is explained.
        var explained = task.ClassCounts.Count > 2 ? task.ClassCounts.Select((count, i) => (count, i)).Max().i : 0;
        var explainer = PredictionExplainer.Of(fitted, data.Current.Features, explained, options.Seed);
        var rows = data.Scoring is { Count: > 0 } scoring ? scoring : data.Current;
        var names = task.Scores.ToDictionary(score => score.Customer, score => score.CustomerId);
        return new ExplainedTask(
            task, fitted, explainer, explainer.Global(rows.Features, cancellationToken), rows,
            [.. rows.Customers.Select((customer, i) => names.GetValueOrDefault(customer) ?? $"row {i + 1}")]);
    }

    /// <summary>The row of a customer; -1 when there is none.</summary>
    public int RowOf(string? id)
    {
        for (var i = 0; id is not null && i < Ids.Count; i++)
        {
            if (string.Equals(Ids[i], id.Trim(), StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return -1;
    }
}
