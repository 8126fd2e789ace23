using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Learning.ModelSelection;
using CustomerDashboard.Core.Numerics;
using CustomerDashboard.Core.Prediction;
using CustomerDashboard.Core.Prediction.Judging;
using CustomerDashboard.Core.Prediction.Models;
using CustomerDashboard.Core.Prediction.Questions;
using CustomerDashboard.Core.Prediction.Searching;

namespace CustomerDashboard.Tests.Core.Prediction.Searching;

public class HyperparameterSearchTests
{
    private static readonly SearchOptions Quick = new()
    {
        Trials = 9,
        TimeLimit = null,
        Models = [ModelKind.LogisticRegression, ModelKind.NearestNeighbours, ModelKind.DecisionTree],
    };

    [Fact]
    public void The_search_never_sees_the_customers_it_is_judged_on()
    {
        TaskResult task = Task(forward: true);
        SearchResult first = HyperparameterSearch.Run(task, new PredictionOptions(), Quick, cancellationToken: TestContext.Current.CancellationToken);

        // The later customers are replaced by nonsense: nothing that was compared or chosen may notice.
        var random = new RandomSource(99);
        TaskRows current = task.Data!.Current;
        var nonsense = new TaskRows(
            new Matrix(current.Count, 3, [.. current.Features.Values.Select(_ => 1e6 * random.NextDouble())]),
            current.Customers,
            [.. current.Targets.Select(_ => random.NextInt(2) == 0 ? 0.0 : 1.0)]);
        SearchResult second = HyperparameterSearch.Run(task with { Data = task.Data with { Current = nonsense } }, new PredictionOptions(), Quick);
        Assert.Equal(first.Leaderboard.Select(Timeless), second.Leaderboard.Select(Timeless));
        Assert.Equal(first.Chosen!.Number, second.Chosen!.Number);
        Assert.True(first.Outer!.Headline.Value > 0.75);
        Assert.InRange(second.Outer!.Headline.Value, 0.3, 0.7);
    }

    [Fact]
    public void Without_an_earlier_period_the_held_out_customers_are_never_seen()
    {
        TaskResult task = Task(forward: false);
        SearchResult first = HyperparameterSearch.Run(task, new PredictionOptions(), Quick);
        double[] flipped = [.. task.Data!.Current.Targets];
        foreach (int row in task.Data.HoldOut.Test)
        {
            flipped[row] = 1 - flipped[row];
        }

        SearchResult second = HyperparameterSearch.Run(
            task with { Data = task.Data with { Current = task.Data.Current with { Targets = flipped } } }, new PredictionOptions(), Quick);
        Assert.Equal(first.Leaderboard.Select(Timeless), second.Leaderboard.Select(Timeless));
        Assert.False(first.IsForward);
        Assert.Equal(1, first.Outer!.Headline.Value + second.Outer!.Headline.Value, 9);
    }

    [Fact]
    public void The_present_settings_take_part_and_the_best_comes_first()
    {
        SearchResult result = HyperparameterSearch.Run(Task(forward: true), new PredictionOptions(), Quick);
        Assert.Equal(9, result.Leaderboard.Count);
        Assert.Equal(3, result.Leaderboard.Count(trial => trial.IsDefault));
        Assert.Equal(result.Leaderboard.OrderByDescending(trial => trial.Score).Select(trial => trial.Number), result.Leaderboard.Select(trial => trial.Number));
        Assert.Same(result.Leaderboard[0], result.Chosen);
        Assert.False(result.CutShort);
        Assert.Contains("9 settings were compared", result.Sentence, StringComparison.Ordinal);
        Assert.All(result.Leaderboard, trial => trial.Settings.Validate());
        SearchResult more = HyperparameterSearch.Run(Task(forward: true), new PredictionOptions(), Quick with { Trials = 12 });
        Assert.All(result.Leaderboard, trial => Assert.Contains(Timeless(trial), more.Leaderboard.Select(Timeless)));
    }

    [Fact]
    public void When_time_is_up_the_finished_trials_stand()
    {
        SearchResult result = HyperparameterSearch.Run(
            Task(forward: true), new PredictionOptions(), Quick with { Trials = 10_000, TimeLimit = TimeSpan.FromMilliseconds(300) });
        Assert.True(result.CutShort);
        Assert.Contains("time ran out", result.Sentence, StringComparison.Ordinal);
        Assert.Equal(Enumerable.Range(1, result.Leaderboard.Count), result.Leaderboard.Select(trial => trial.Number).Order());
    }

    [Fact]
    public void Cancelling_ends_the_search() => Assert.ThrowsAny<OperationCanceledException>(() =>
        HyperparameterSearch.Run(Task(forward: true), new PredictionOptions(), Quick, cancellationToken: new CancellationToken(true)));

    [Fact]
    public void Numbers_and_classes_are_searched_by_their_own_figures()
    {
        TaskResult numbers = Task(forward: true, QuestionKind.Numeric);
        SearchResult spend = HyperparameterSearch.Run(numbers, new PredictionOptions(), new SearchOptions { Trials = 6, Models = [ModelKind.RidgeRegression, ModelKind.BoostedTrees] });
        Assert.Equal("Mean absolute error", spend.ScoreName);
        Assert.Equal(spend.Leaderboard.Min(trial => trial.Score), spend.Chosen!.Score);
        SearchResult classes = HyperparameterSearch.Run(
            Task(forward: true, QuestionKind.Multiclass), new PredictionOptions(), new SearchOptions { Trials = 4, Models = [ModelKind.LogisticRegression, ModelKind.DecisionTree] });
        Assert.Equal("Log loss", classes.ScoreName);
        Assert.IsType<MulticlassJudgement>(classes.Outer);
    }

    [Fact]
    public void Options_that_cannot_work_are_refused_in_words()
    {
        Assert.Throws<ArgumentException>(() => HyperparameterSearch.Run(Task(true), new PredictionOptions(), Quick with { Models = [ModelKind.Majority] }));
        Assert.Throws<ArgumentOutOfRangeException>(() => HyperparameterSearch.Run(Task(true), new PredictionOptions(), Quick with { Trials = 0 }));
        Assert.Throws<ArgumentException>(() => HyperparameterSearch.Run(Task(true) with { Data = null }, new PredictionOptions(), Quick));
    }

    private static string Timeless(SearchTrial trial) => (trial with { Seconds = 0 }).ToString();

    private static TaskResult Task(bool forward, QuestionKind kind = QuestionKind.Binary)
    {
        TaskRows current = Rows(160, 2, kind);
        return new TaskResult
        {
            Question = new PredictionQuestion
            {
                Id = QuestionIds.Repeat,
                Kind = kind,
                Title = "",
                Definition = "",
                Classes = kind switch { QuestionKind.Binary => ["no", "yes"], QuestionKind.Multiclass => ["a", "b", "c"], _ => [] },
            },
            Features = [.. new[] { "A", "B", "C" }.Select(name => new FeatureDefinition(name, name, name, "units", "", "", null))],
            Data = new TaskData
            {
                Current = current,
                Earlier = forward ? Rows(140, 3, kind) : null,
                HoldOut = KFold.Split(160, 4, 1)[0],
                Folds = KFold.Split(160, 4, 1),
            },
        };
    }

    private static TaskRows Rows(int count, int seed, QuestionKind kind)
    {
        var random = new RandomSource(seed);
        var features = new Matrix(count, 3);
        var targets = new double[count];
        for (int row = 0; row < count; row++)
        {
            for (int column = 0; column < 3; column++)
            {
                features[row, column] = random.NextGaussian();
            }

            double signal = features[row, 0] + (0.5 * features[row, 1]) + (0.7 * random.NextGaussian());
            targets[row] = kind switch { QuestionKind.Binary => signal > 0 ? 1 : 0, QuestionKind.Multiclass => signal > 0.7 ? 2 : signal > -0.7 ? 1 : 0, _ => 10 * signal };
        }

        return new TaskRows(features, [.. Enumerable.Range(0, count)], targets);
    }
}
