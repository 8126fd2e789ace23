using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Learning.ModelSelection;
using CustomerDashboard.Core.Numerics;
using CustomerDashboard.Core.Prediction.Models;

namespace CustomerDashboard.Core.Prediction.Questions;

/// <summary>
/// The questions asked of a table with one row per customer: to which segment a customer belongs, by features that did not make the
/// segments, and any column a person chooses. There is no time in such a table, so there is no forward test.
/// </summary>
internal sealed class TableQuestions(CustomerFeatureTable table, PredictionOptions options)
{
    /// <summary>A column with values for fewer customers than this says nothing worth learning.</summary>
    private const double FewestKnown = 0.05;

    private readonly List<string> _leftOut = [];

    /// <summary>Which segment a customer belongs to.</summary>
    /// <param name="segments">The segment of each row.</param>
    /// <param name="made">The features the segments were made of, and those that follow from them: they may not be used.</param>
    public PreparedTask Segment(SegmentLabels segments, IReadOnlySet<string> made)
    {
        var question = new PredictionQuestion
        {
            Id = QuestionIds.Segment,
            Kind = segments.Names.Count == 2 ? QuestionKind.Binary : QuestionKind.Multiclass,
            Title = "To which segment does a customer belong?",
            Definition = "The segment a customer is in, foretold only from features that did not make the segments and do not follow from those that did.",
            Classes = segments.Names,
        };
        return Assemble(question, [.. segments.Of.Select(segment => segment < 0 ? double.NaN : segment)], made, "Load a file with more columns, or segment by fewer of them.");
    }

    /// <summary>A column of the file.</summary>
    /// <param name="name">The column's name, as in the file.</param>
    /// <param name="targets">Its values by row: codes of <paramref name="classes"/>, or numbers; NaN where unknown.</param>
    /// <param name="classes">Its values in words where it holds categories; null for a number.</param>
    public PreparedTask Column(string name, double[] targets, IReadOnlyList<string>? classes)
    {
        string id = QuestionIds.OfColumn(name);
        if (classes is null && NumbersAreFew(targets, out double[] values))
        {
            classes = [.. values.Select(value => FormattableString.Invariant($"{value:0.######}"))];
            targets = Array.ConvertAll(targets, target => double.IsNaN(target) ? target : Array.IndexOf(values, target));
        }

        var question = new PredictionQuestion
        {
            Id = id,
            Kind = classes is null ? QuestionKind.Numeric : classes.Count == 2 ? QuestionKind.Binary : QuestionKind.Multiclass,
            Title = classes is null ? $"What is a customer's \"{name}\"?" : $"Which \"{name}\" has a customer?",
            Definition = $"The column \"{name}\" of the file, foretold from its other columns.",
            Classes = classes is { Count: 2 } ? [.. classes.Select(value => $"has {name} {value}")] : classes ?? [],
        };
        if (classes is not null && (classes.Count > 20 || LooksLikeId(name, targets)))
        {
            return new PreparedTask
            {
                Question = question,
                Unavailable = new PredictionUnavailable(
                    PredictionProblem.TooFewOfOneClass,
                    FormattableString.Invariant($"The column \"{name}\" has {classes.Count:N0} different values, so it names customers more than it describes them."),
                    "Choose a column with at most 20 different values, or a number."),
            };
        }

        var own = new HashSet<string>(StringComparer.Ordinal) { name };
        own.UnionWith(table.Definitions.Select(d => d.Id).Where(feature => feature.StartsWith(name + "=", StringComparison.Ordinal)));
        return Assemble(question, targets, own, "Load a file with more columns.");
    }

    private PreparedTask Assemble(PredictionQuestion question, double[] targets, IReadOnlySet<string> forbidden, string remedy)
    {
        int[] known = [.. Enumerable.Range(0, targets.Length).Where(row => !double.IsNaN(targets[row]))];
        var task = new PreparedTask { Question = question, CustomerIds = table.CustomerIds };
        int[] columns = Usable(forbidden, known);
        PredictionUnavailable? unavailable = columns.Length == 0
            ? new PredictionUnavailable(PredictionProblem.NoFeatures, "No column is left to foretell it from.", remedy)
            : Unlearnable(question, known, targets);
        if (unavailable is not null)
        {
            return task with { Unavailable = unavailable, LeftOut = _leftOut };
        }

        FeatureDefinition[] features = [.. columns.Select(column => table.Definitions[column])];
        TaskRows current = Rows(columns, known, [.. known.Select(row => targets[row])]);
        bool several = question.Kind == QuestionKind.Multiclass;
        var data = new TaskData
        {
            Current = current,
            Scoring = Rows(columns, [.. Enumerable.Range(0, table.RowCount)], []),
            LogColumns = [.. Enumerable.Range(0, columns.Length).Where(column => IsSkewed(current.Features, column))],
            HasGaps = columns.Any(column => table.Columns[column].AsSpan().ContainsAnyExceptInRange(double.NegativeInfinity, double.PositiveInfinity)),
            HoldOut = question.Kind == QuestionKind.Binary
                ? StratifiedSplit.HoldOut(current.Labels(), options.TestFraction, options.Seed)
                : HoldOut(current.Count),
            Folds = several ? StratifiedKFold.Split(current.Classes(), question.Classes.Count, options.FoldCount, options.Seed)
                : question.Kind == QuestionKind.Binary ? StratifiedSplit.Folds(current.Labels(), options.FoldCount, options.Seed)
                : KFold.Split(current.Count, options.FoldCount, options.Seed),
        };
        IReadOnlyList<ModelKind> baselines = question.Kind == QuestionKind.Numeric ? [ModelKind.Mean, ModelKind.Median] : [ModelKind.Majority];
        return task with
        {
            Features = features,
            LeftOut = _leftOut,
            Notes = ["There is no forward test: the file has no dates, so the figures come from customers of the same time."],
            Data = data,
            Models = ModelChoice.For(question, data, baselines, options),
        };
    }

    private PredictionUnavailable? Unlearnable(PredictionQuestion question, int[] known, double[] targets)
    {
        double[] answers = [.. known.Select(row => targets[row])];
        if (question.Kind == QuestionKind.Numeric)
        {
            return TaskChecks.OfNumbers(answers, $"\"{question.Id[QuestionIds.ColumnPrefix.Length..]}\"", "Choose a column whose values differ.");
        }

        if (question.Kind == QuestionKind.Binary)
        {
            return TaskChecks.OfBinary(Array.ConvertAll(answers, answer => answer > 0.5), options.FoldCount, question.Positive, "Choose another column, or load more customers.", "Choose another column, or load more customers.");
        }

        if (answers.Length < TaskChecks.FewestCustomers)
        {
            return TaskChecks.OfNumbers(answers, "", "");
        }

        int learnable = Enumerable.Range(0, question.Classes.Count).Count(kind => answers.Count(answer => (int)answer == kind) >= TaskChecks.FewestOfOneClass);
        return learnable >= 2 ? null : new PredictionUnavailable(
            PredictionProblem.TooFewOfOneClass,
            FormattableString.Invariant($"Only {learnable} of {question.Classes.Count} classes {(learnable == 1 ? "has" : "have")} at least {TaskChecks.FewestOfOneClass} customers."),
            "Choose a column with fewer different values, or load more customers.");
    }

    private int[] Usable(IReadOnlySet<string> forbidden, int[] known)
    {
        var usable = new List<int>();
        for (int column = 0; column < table.Columns.Count; column++)
        {
            FeatureDefinition definition = table.Definitions[column];
            if (forbidden.Contains(definition.Id))
            {
                continue;
            }

            int values = known.Count(row => double.IsFinite(table.Columns[column][row]));
            string? reason = values < Math.Max(TaskChecks.FewestCustomers, FewestKnown * known.Length)
                ? FormattableString.Invariant($"only {values:N0} of {known.Length:N0} customers have a value.")
                : LooksLikeId(definition.Id, table.Columns[column]) ? "every customer has another whole number, so it names customers and does not describe them."
                : null;
            if (reason is null)
            {
                usable.Add(column);
            }
            else
            {
                _leftOut.Add($"{definition.Name}: {reason}");
            }
        }

        return [.. usable];
    }

    private TaskRows Rows(int[] columns, int[] rows, double[] targets)
    {
        var features = new Matrix(rows.Length, columns.Length);
        for (int column = 0; column < columns.Length; column++)
        {
            double[] values = table.Columns[columns[column]];
            for (int row = 0; row < rows.Length; row++)
            {
                features[row, column] = double.IsInfinity(values[rows[row]]) ? double.NaN : values[rows[row]];
            }
        }

        return new TaskRows(features, rows, targets);
    }

    private TrainTestSplit HoldOut(int count)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        new RandomSource(options.Seed).Shuffle<int>(order);
        int tests = Math.Clamp((int)Math.Round(count * options.TestFraction, MidpointRounding.AwayFromZero), 1, count - 1);
        int[] test = order[..tests], train = order[tests..];
        Array.Sort(test);
        Array.Sort(train);
        return new TrainTestSplit(train, test);
    }

    /// <summary>Amounts from zero up of which the largest dwarf the usual: read better as logarithms.</summary>
    private static bool IsSkewed(Matrix features, int column)
    {
        double[] known = Array.FindAll(features.Column(column), value => !double.IsNaN(value));
        Array.Sort(known);
        return known.Length > 0 && known[0] >= 0 && known[^1] > 10 * Math.Max(known[known.Length / 2], 1e-9) && known[^1] > 10;
    }

    /// <summary>Whole numbers that are all different and as dense as a count, or that are called an id, name rows.</summary>
    internal static bool LooksLikeId(string name, ReadOnlySpan<double> values)
    {
        var seen = new HashSet<double>();
        double low = double.PositiveInfinity, high = double.NegativeInfinity;
        foreach (double value in values)
        {
            if (double.IsNaN(value))
            {
                continue;
            }

            if (value != Math.Floor(value) || !seen.Add(value))
            {
                return false;
            }

            (low, high) = (Math.Min(low, value), Math.Max(high, value));
        }

        bool called = name.Equals("id", StringComparison.OrdinalIgnoreCase) || name.EndsWith("id", StringComparison.OrdinalIgnoreCase) || name.Contains("number", StringComparison.OrdinalIgnoreCase);
        return seen.Count >= TaskChecks.FewestCustomers && (called || high - low < 1.5 * seen.Count);
    }

    /// <summary>Whether numbers are codes: at most five different whole ones.</summary>
    private static bool NumbersAreFew(double[] targets, out double[] values)
    {
        values = [.. targets.Where(target => !double.IsNaN(target)).Distinct().Take(6).Order()];
        return values.Length is >= 2 and <= 5 && Array.TrueForAll(values, value => value == Math.Floor(value));
    }
}
