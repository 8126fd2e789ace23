using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Learning.ModelSelection;
using CustomerDashboard.Core.Prediction.Models;

namespace CustomerDashboard.Core.Prediction.Questions;

/// <summary>
/// The questions asked of newcomers, from their first order alone: what they spend in the year after it, whether they return, and which
/// segment they come to belong to. Those first seen soon after the file begins may have bought before it, and are left out.
/// </summary>
internal sealed class FirstPurchaseQuestions
{
    private const string Shorter = "Choose fewer days after the first purchase, or load a longer file.";

    private readonly CustomerLines _lines;
    private readonly PredictionOptions _options;
    private readonly FirstPurchaseTable _table;
    private readonly int[] _columns;
    private readonly FeatureDefinition[] _features;
    private readonly List<string> _leftOut = [];

    /// <summary>Rows whose outcome is known, earliest newcomer first.</summary>
    private readonly int[] _known;

    /// <summary>Rows whose days are not over yet.</summary>
    private readonly int[] _open;

    private readonly string _scope;

    public FirstPurchaseQuestions(CustomerLines lines, ReversedOrderIndex reversed, PredictionOptions options)
    {
        _lines = lines;
        _options = options;
        _table = FirstPurchaseTable.Build(lines, reversed, options.FirstPurchaseDays, options.ReversedOrders);
        long begin = lines.FirstTicks + (options.FirstPurchaseBlindDays * TimeSpan.TicksPerDay);
        long last = lines.LastTicks - (options.FirstPurchaseDays * TimeSpan.TicksPerDay);
        int[] rows = [.. Enumerable.Range(0, _table.RowCount)];
        _known = [.. rows.Where(row => _table.FirstTicks[row] >= begin && _table.FirstTicks[row] <= last).OrderBy(row => _table.FirstTicks[row]).ThenBy(row => row)];
        _open = [.. rows.Where(row => _table.FirstTicks[row] > Math.Max(last, begin))];
        int ended = rows.Count(row => _table.FirstTicks[row] <= last);
        _scope = FormattableString.Invariant(
            $"{ended:N0} customers made their first purchase at least {options.FirstPurchaseDays} days before the file ends; {ended - _known.Length:N0} of them were first seen in the file's first {options.FirstPurchaseBlindDays} days, may have bought before, and are left out.");
        _columns = [.. Enumerable.Range(0, FirstPurchaseFeatureCatalog.All.Count).Where(column => Available(FirstPurchaseFeatureCatalog.All[column]))];
        _features = [.. _columns.Select(column => FirstPurchaseFeatureCatalog.All[column])];
    }

    /// <summary>The question of an id, or null when it is not one of these.</summary>
    /// <param name="id">The id.</param>
    /// <param name="segments">The segment of each customer and the segments' names, for the question of segments; null where there are none.</param>
    public PreparedTask? Prepare(string id, SegmentLabels? segments)
    {
        int days = _options.FirstPurchaseDays;
        string after = FormattableString.Invariant($"in the {days} days after the first purchase");
        switch (id)
        {
            case QuestionIds.FirstPurchaseTop:
                double limit = Quantile(1 - _options.HighSpenderShare);
                return Binary(id, "Which newcomers will be high spenders in their first year?", FormattableString.Invariant($"Yes for the top {100 * _options.HighSpenderShare:0.#}% of newcomers by spend {after} (more than {limit:#,0.00}), foretold from that purchase alone."), ["spends less", "is a high spender"], row => _table.Spend[row] > limit, $"were high spenders {after}");
            case QuestionIds.FirstPurchaseReturn:
                return Binary(id, "Which newcomers will come back?", $"Yes for a newcomer with another purchase {after}, foretold from that purchase alone.", ["does not return", "returns"], row => _table.Returned[row], $"returned {after}");
            case QuestionIds.FirstPurchaseQuartile:
                return Quartiles(after);
            case QuestionIds.FirstPurchaseSpend:
                return Spend(after);
            case QuestionIds.FirstPurchaseSegment when segments is not null:
                return Segment(segments);
            default:
                return null;
        }
    }

    private PreparedTask Binary(string id, string title, string definition, string[] classes, Func<int, bool> answer, string what)
    {
        var question = new PredictionQuestion { Id = id, Kind = QuestionKind.Binary, Title = title, Definition = definition, Classes = classes };
        bool[] labels = Array.ConvertAll(_known, row => answer(row));
        PredictionUnavailable? unavailable = TooShort() ?? TaskChecks.OfBinary(labels, _options.FoldCount, what, "Choose more days after the first purchase.", "Choose fewer days after the first purchase.");
        return Assemble(question, unavailable, row => answer(row) ? 1 : 0, labels, [ModelKind.Majority, ModelKind.FirstOrderAlone]);
    }

    private PreparedTask Quartiles(string after)
    {
        // Where most spend nothing, quarters would divide equals by chance: they are one class, and the others thirds.
        bool nothing = Quantile(0.25) <= 0;
        double[] cuts = nothing
            ? [0, QuantileOfSpenders(1.0 / 3), QuantileOfSpenders(2.0 / 3)]
            : [Quantile(0.25), Quantile(0.5), Quantile(0.75)];
        string[] names =
        [
            nothing ? "spends nothing" : FormattableString.Invariant($"up to {cuts[0]:#,0}"),
            FormattableString.Invariant($"{(nothing ? "up to" : FormattableString.Invariant($"{cuts[0]:#,0} to"))} {cuts[1]:#,0}"),
            FormattableString.Invariant($"{cuts[1]:#,0} to {cuts[2]:#,0}"),
            FormattableString.Invariant($"more than {cuts[2]:#,0}"),
        ];
        var question = new PredictionQuestion
        {
            Id = QuestionIds.FirstPurchaseQuartile,
            Kind = QuestionKind.Multiclass,
            Title = "Into which quarter of spend will each newcomer come?",
            Definition = nothing
                ? $"Those who spend nothing {after}, and three equal parts of the others by spend, foretold from that purchase alone."
                : $"Four equal parts of newcomers by spend {after}, foretold from that purchase alone.",
            Classes = names,
        };
        int Class(int row) => cuts.Count(cut => _table.Spend[row] > cut);
        return Assemble(question, TooShort() ?? TooFewOf(names, Class), row => Class(row), null, [ModelKind.Majority]);
    }

    private PreparedTask Spend(string after)
    {
        var question = new PredictionQuestion
        {
            Id = QuestionIds.FirstPurchaseSpend,
            Kind = QuestionKind.Numeric,
            Title = "How much will each newcomer spend in the first year?",
            Definition = $"The sum of a newcomer's purchases {after}, that purchase not counted, foretold from it alone.",
            Unit = "currency",
        };
        PredictionUnavailable? unavailable = TooShort() ?? TaskChecks.OfNumbers(Array.ConvertAll(_known, row => _table.Spend[row]), $"The spend {after}", Shorter);
        return Assemble(question, unavailable, row => _table.Spend[row], null, [ModelKind.Mean, ModelKind.Median]);
    }

    private PreparedTask Segment(SegmentLabels segments)
    {
        var question = new PredictionQuestion
        {
            Id = QuestionIds.FirstPurchaseSegment,
            Kind = QuestionKind.Multiclass,
            Title = "Which segment will each newcomer come to belong to?",
            Definition = "The segment in which a customer is now, foretold from the first purchase alone.",
            Classes = segments.Names,
        };
        int Class(int row) => segments.Of[_table.CustomerIndex[row]];
        return Assemble(question, TooShort() ?? TooFewOf(segments.Names, Class), row => Class(row), null, [ModelKind.Majority], row => Class(row) >= 0);
    }

    private PreparedTask Assemble(
        PredictionQuestion question, PredictionUnavailable? unavailable, Func<int, double> answer, bool[]? labels, ModelKind[] baselines, Func<int, bool>? counts = null)
    {
        var task = new PreparedTask { Question = question, Unavailable = unavailable, LeftOut = _leftOut, Notes = [_scope], CustomerIds = _lines.Data.CustomerIds };
        if (unavailable is not null)
        {
            return task;
        }

        int[] known = counts is null ? _known : [.. _known.Where(counts)];
        TaskRows current = Rows(known, answer);
        bool[] strata = labels ?? Array.ConvertAll(known, row => _table.Returned[row]);
        (TaskRows Earlier, TaskRows Later)? split = ByTime(question, current);
        var data = new TaskData
        {
            Current = current,
            Earlier = split?.Earlier,
            Later = split?.Later,
            Scoring = _open.Length == 0 ? null : Rows(_open, null),
            LogColumns = [.. Enumerable.Range(0, _features.Length)],
            HoldOut = StratifiedSplit.HoldOut(strata, _options.TestFraction, _options.Seed),
            Folds = question.Kind switch
            {
                QuestionKind.Binary => StratifiedSplit.Folds(strata, _options.FoldCount, _options.Seed),
                QuestionKind.Multiclass => StratifiedKFold.Split(current.Classes(), question.Classes.Count, _options.FoldCount, _options.Seed),
                _ => KFold.Split(current.Count, _options.FoldCount, _options.Seed),
            },
        };
        return task with
        {
            Features = _features,
            Notes = split is null ? task.Notes : [_scope, "Forward means: learned from the earlier three fifths of newcomers, tested on those who came later. Their years overlap in part, because the file is too short to let one end before the other begins."],
            Data = data,
            Models = ModelChoice.For(question, data, baselines, _options),
        };
    }

    /// <summary>Newcomers who came earlier and those who came later; null where either cannot be learned from or tested on.</summary>
    private static (TaskRows Earlier, TaskRows Later)? ByTime(PredictionQuestion question, TaskRows rows)
    {
        int cut = rows.Count * 3 / 5;
        TaskRows earlier = rows.Select([.. Enumerable.Range(0, cut)]);
        TaskRows later = rows.Select([.. Enumerable.Range(cut, rows.Count - cut)]);
        bool usable = question.Kind == QuestionKind.Numeric || ((TaskRows[])[earlier, later]).All(part =>
            Enumerable.Range(0, question.Classes.Count).All(kind => part.Targets.Count(target => (int)target == kind) >= TaskChecks.FewestOfOneClass));
        return usable && later.Count >= TaskChecks.FewestCustomers ? (earlier, later) : null;
    }

    private TaskRows Rows(int[] rows, Func<int, double>? answer) => new(
        _table.Features.SelectRows(rows).SelectColumns(_columns),
        Array.ConvertAll(rows, row => _table.CustomerIndex[row]),
        answer is null ? [] : Array.ConvertAll(rows, row => answer(row)));

    private PredictionUnavailable? TooShort()
    {
        if (_known.Length >= TaskChecks.FewestCustomers)
        {
            return null;
        }

        double covered = TimeSpan.FromTicks(_lines.LastTicks - _lines.FirstTicks).TotalDays;
        int possible = (int)Math.Floor((covered - _options.FirstPurchaseBlindDays) / 2);
        return new PredictionUnavailable(
            PredictionProblem.HistoryTooShort,
            FormattableString.Invariant($"Only {_known.Length:N0} customers made their first purchase more than {_options.FirstPurchaseBlindDays} days after the file begins and at least {_options.FirstPurchaseDays} days before it ends; the file covers {covered:0} days."),
            possible >= 7 ? FormattableString.Invariant($"Choose at most {possible} days after the first purchase, or load a longer file.") : "Load a longer file.");
    }

    private PredictionUnavailable? TooFewOf(IReadOnlyList<string> names, Func<int, int> kind)
    {
        var counts = new int[names.Count];
        foreach (int row in _known)
        {
            if (kind(row) is >= 0 and var own)
            {
                counts[own]++;
            }
        }

        int rarest = Array.IndexOf(counts, counts.Min());
        return counts[rarest] >= _options.FoldCount && counts.Count(count => count >= TaskChecks.FewestOfOneClass) >= 2 ? null : new PredictionUnavailable(
            PredictionProblem.TooFewOfOneClass,
            FormattableString.Invariant($"Only {counts[rarest]:N0} of {counts.Sum():N0} newcomers belong to \"{names[rarest]}\"."),
            "Choose fewer classes, or load more customers.");
    }

    private bool Available(FeatureDefinition feature)
    {
        string? reason = feature.Id switch
        {
            FirstPurchaseFeatureIds.Products when _lines.Data.Source.Product is null => "the file has no product codes.",
            FirstPurchaseFeatureIds.MeanUnitPrice or FirstPurchaseFeatureIds.DearestUnitPrice when !_lines.Data.Source.HasUnitPrice => "the file has no unit prices.",
            FirstPurchaseFeatureIds.Units or FirstPurchaseFeatureIds.UnitsPerLine or FirstPurchaseFeatureIds.LargestQuantity when !_lines.Data.Source.HasQuantity => "the file has no quantities.",
            FirstPurchaseFeatureIds.HomeCountry when _lines.Data.Source.Country is null => "the file has no countries.",
            FirstPurchaseFeatureIds.HomeCountry when _lines.Data.Countries.Length < 2 => "all lines are from one country.",
            _ => null,
        };
        if (reason is not null)
        {
            _leftOut.Add($"{feature.Name}: {reason}");
        }

        return reason is null;
    }

    private double Quantile(double share) => Quantile(Array.ConvertAll(_known, row => _table.Spend[row]), share);

    private double QuantileOfSpenders(double share) => Quantile([.. _known.Select(row => _table.Spend[row]).Where(spend => spend > 0)], share);

    private static double Quantile(double[] values, double share)
    {
        if (values.Length == 0)
        {
            return 0;
        }

        Array.Sort(values);
        double place = share * (values.Length - 1);
        int below = (int)place;
        return below + 1 < values.Length ? values[below] + ((place - below) * (values[below + 1] - values[below])) : values[below];
    }
}
