using CustomerDashboard.Core.Cleaning;
using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Numerics;
using CustomerDashboard.Core.Prediction.Judging;
using CustomerDashboard.Core.Prediction.Questions;

namespace CustomerDashboard.Core.Prediction;

/// <summary>Answers the questions that need the customers' segments or a table with one row per customer.</summary>
public static class TablePrediction
{
    /// <summary>To which segment a customer belongs, and every column asked for, from the other columns of a table.</summary>
    /// <param name="table">One row per customer.</param>
    /// <param name="segments">The segment of each row; null asks nothing about segments.</param>
    /// <param name="made">The features the segments were made of or that follow from those: they may not foretell segments.</param>
    /// <param name="options">What is asked, with which models.</param>
    /// <param name="progress">Told after every fit.</param>
    /// <param name="cancellationToken">Stops between and inside fits.</param>
    /// <returns>The questions, each answered or with the reason why not.</returns>
    public static IReadOnlyList<TaskResult> OfTable(
        CustomerFeatureTable table,
        SegmentLabels? segments,
        IReadOnlySet<string> made,
        PredictionOptions options,
        IProgress<WorkProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(made);
        ArgumentNullException.ThrowIfNull(options);
        var questions = new List<PreparedTask>();
        if (segments is not null && (options.Questions?.Contains(QuestionIds.Segment) ?? true))
        {
            questions.Add(new TableQuestions(table, options).Segment(segments, made));
        }

        foreach (string id in (options.Questions ?? []).Where(id => id.StartsWith(QuestionIds.ColumnPrefix, StringComparison.Ordinal)).Distinct(StringComparer.Ordinal))
        {
            questions.Add(Column(table, id[QuestionIds.ColumnPrefix.Length..], options));
        }

        return new TaskEngine(options).Run(questions, progress, cancellationToken);
    }

    /// <summary>Which segment newcomers come to belong to, from their first purchase alone.</summary>
    /// <param name="data">The cleaned lines.</param>
    /// <param name="segments">The segment of each customer of the lines; -1 for none.</param>
    /// <param name="options">What is asked, with which models.</param>
    /// <param name="progress">Told after every fit.</param>
    /// <param name="cancellationToken">Stops between and inside fits.</param>
    /// <returns>The question, answered or with the reason why not; nothing when it was not asked.</returns>
    public static IReadOnlyList<TaskResult> OfNewcomers(
        CleanedTransactions data,
        SegmentLabels segments,
        PredictionOptions options,
        IProgress<WorkProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(segments);
        ArgumentNullException.ThrowIfNull(options);
        if (data.RowCount == 0 || !(options.Questions?.Contains(QuestionIds.FirstPurchaseSegment) ?? true))
        {
            return [];
        }

        var lines = new CustomerLines(data);
        PreparedTask task = new FirstPurchaseQuestions(lines, new ReversedOrderIndex(lines), options).Prepare(QuestionIds.FirstPurchaseSegment, segments)!;
        return new TaskEngine(options).Run([task], progress, cancellationToken);
    }

    /// <summary>A column is a number of the table, or the columns of 0 and 1 that one category became.</summary>
    private static PreparedTask Column(CustomerFeatureTable table, string name, PredictionOptions options)
    {
        var questions = new TableQuestions(table, options);
        for (int column = 0; column < table.Columns.Count; column++)
        {
            if (string.Equals(table.Definitions[column].Id, name, StringComparison.Ordinal))
            {
                return questions.Column(name, table.Columns[column], null);
            }
        }

        int[] values = [.. Enumerable.Range(0, table.Columns.Count).Where(column => table.Definitions[column].Id.StartsWith(name + "=", StringComparison.Ordinal))];
        if (values.Length > 1)
        {
            var codes = new double[table.RowCount];
            for (int row = 0; row < codes.Length; row++)
            {
                int value = Array.FindIndex(values, column => table.Columns[column][row] == 1);
                codes[row] = value < 0 ? double.NaN : value;
            }

            return questions.Column(name, codes, [.. values.Select(column => table.Definitions[column].Id[(name.Length + 1)..])]);
        }

        IEnumerable<string> known = table.Definitions.Select(definition => definition.Id.Split('=')[0]).Distinct(StringComparer.Ordinal);
        return new PreparedTask
        {
            Question = new PredictionQuestion
            {
                Id = QuestionIds.OfColumn(name),
                Kind = QuestionKind.Numeric,
                Title = $"What is a customer's \"{name}\"?",
                Definition = $"The column \"{name}\" of the file, foretold from its other columns.",
            },
            Unavailable = new PredictionUnavailable(
                PredictionProblem.NoSuchColumn,
                $"The file has no column \"{name}\" that can be foretold: a column with a different value for every customer only names them.",
                $"Choose one of: {string.Join(", ", known)}."),
        };
    }
}
