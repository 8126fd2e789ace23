using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Personas;
using CustomerDashboard.Core.Prediction;
using CustomerDashboard.Core.Prediction.Questions;
using CustomerDashboard.Core.Segmentation;

namespace CustomerDashboard.Core.Analysis;

/// <summary>
/// Foretells what needs the segments: which segment a newcomer comes to belong to, which one customers belong to by what did not make
/// the segments, and the columns of a file with one row per customer. Its answers join those of the prediction.
/// </summary>
internal static class SegmentPredictionStage
{
    /// <summary>Beside purchases: runs once both predictions and segments are there.</summary>
    public static Task Start(StageRunner run, Task<PredictionResult?> predicting, Task<Grouping> grouping, AnalysisOptions options) =>
        run.After(AnalysisStage.SegmentPrediction, predicting, grouping, (_, segments) =>
        {
            Answers? answers = Answer(run, AnalysisStage.SegmentPrediction, segments, options);
            run.Put(AnalysisStage.SegmentPrediction, result => answers is not { Tasks.Count: > 0 } || result.Prediction is not { } prediction
                ? result
                : result with { Prediction = prediction with { Tasks = [.. prediction.Tasks, .. answers.Tasks] } });
            return answers;
        });

    /// <summary>For a file with one row per customer: these questions are the whole prediction.</summary>
    public static Task StartAlone(StageRunner run, Task<Grouping> grouping, AnalysisOptions options) =>
        run.After(AnalysisStage.Prediction, grouping, segments =>
        {
            Answers? answers = Answer(run, AnalysisStage.Prediction, segments, options);
            IReadOnlyList<TaskResult> tasks = answers?.Tasks ?? [];
            if (answers is not null && tasks.All(task => task.Unavailable is not null))
            {
                run.MarkUnavailable(
                    AnalysisStage.Prediction,
                    tasks.Count > 0 ? tasks[0].Unavailable!.Message : "Nothing was asked. Choose a column to foretell.");
            }

            var prediction = new PredictionResult { Options = options.Prediction, Features = [], LeftOut = [], Notes = [], Customers = [], Tasks = tasks };
            run.Put(AnalysisStage.Prediction, result => result with { Prediction = answers is null ? null : prediction });
            return answers;
        });

    private static Answers? Answer(StageRunner run, AnalysisStage stage, Grouping grouping, AnalysisOptions options)
    {
        SegmentLabels? segments = grouping.Customers.Features is { } described ? Labels(described, grouping.Chosen, options) : null;
        string key = StageKey.Of(
            stage, grouping.Key, StageKey.Text(grouping.Segmentation?.ChosenK ?? 0), string.Join('|', segments?.Names ?? []),
            Recipe.Fingerprint(options.Prediction), StageKey.Text(options.Seed));
        return run.Try(
            stage,
            key,
            grouping.Customers.Features,
            (table, progress) =>
            {
                var tasks = new List<TaskResult>();
                if (grouping.Customers.Lines is { } lines && segments is not null)
                {
                    tasks.AddRange(TablePrediction.OfNewcomers(lines, OfCustomers(table, segments, lines.CustomerCount), options.Prediction, progress, run.Cancellation));
                }

                HashSet<string> made = Made(grouping);
                bool anyLeft = grouping.Customers.Lines is null || table.Definitions.Any(definition => !made.Contains(definition.Id));
                bool asked = options.Prediction.Questions is not null;
                tasks.AddRange(TablePrediction.OfTable(table, anyLeft || asked ? segments : null, made, options.Prediction, progress, run.Cancellation));
                return new Answers(tasks);
            },
            result => result.Tasks.Sum(task => task.EstimatedBytes));
    }

    /// <summary>Segments come of purchases, so whatever else is computed from the same purchases follows from them in part.</summary>
    private static HashSet<string> Made(Grouping grouping)
    {
        var made = new HashSet<string>(grouping.Segmentation?.Options.Features ?? [], StringComparer.Ordinal);
        if (grouping.Customers.Lines is not null)
        {
            made.UnionWith(FeatureCatalog.All.Select(feature => feature.Id));
        }

        return made;
    }

    private static SegmentLabels? Labels(CustomerFeatureTable table, SegmentSolution? solution, AnalysisOptions options)
    {
        if (solution is null)
        {
            return null;
        }

        IReadOnlyList<string> names = PersonaBuilder.Names(table, solution, options.Personas);
        return new SegmentLabels(solution.Labels, [.. names.Take(solution.Segments.Count)]);
    }

    /// <summary>A table over a window leaves customers out, the lines do not.</summary>
    private static SegmentLabels OfCustomers(CustomerFeatureTable table, SegmentLabels segments, int customers)
    {
        var labels = new int[customers];
        Array.Fill(labels, -1);
        for (int row = 0; row < table.RowCount; row++)
        {
            labels[table.CustomerIndex?[row] ?? row] = segments.Of[row];
        }

        return segments with { Of = labels };
    }

    /// <summary>What the stage keeps.</summary>
    private sealed record Answers(IReadOnlyList<TaskResult> Tasks);
}
