using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Learning.ModelSelection;
using CustomerDashboard.Core.Numerics;
using CustomerDashboard.Core.Prediction;
using CustomerDashboard.Core.Prediction.Judging;
using CustomerDashboard.Core.Prediction.Models;
using CustomerDashboard.Core.Prediction.Questions;

namespace CustomerDashboard.Tests.Core.Prediction.Judging;

public class TaskEngineTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static PreparedTask Task(int seed = 4, int rows = 120)
    {
        var random = new RandomSource(seed);
        var features = new Matrix(rows, 3);
        var targets = new double[rows];
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < 3; column++)
            {
                features[row, column] = random.NextGaussian();
            }

            targets[row] = features[row, 0] + (0.7 * random.NextGaussian()) > 0 ? 1 : 0;
        }

        var all = new TaskRows(features, [.. Enumerable.Range(0, rows)], targets);
        var data = new TaskData
        {
            Current = all,
            Earlier = all.Select([.. Enumerable.Range(0, rows / 2)]),
            Later = all.Select([.. Enumerable.Range(rows / 2, rows / 2)]),
            Scoring = all,
            HoldOut = StratifiedSplit.HoldOut(all.Labels(), 0.2, 1),
            Folds = StratifiedSplit.Folds(all.Labels(), 4, 1),
        };
        return new PreparedTask
        {
            Question = new PredictionQuestion { Id = "x", Kind = QuestionKind.Binary, Title = "", Definition = "", Classes = ["no", "yes"] },
            Features = [.. "abc".Select(id => new FeatureDefinition($"{id}", $"{id}", "", "", "", "", null))],
            Data = data,
            Models = [ModelKind.Majority, ModelKind.LogisticRegression, ModelKind.RandomForest, ModelKind.BoostedTrees, ModelKind.VotingEnsemble],
            CustomerIds = [.. Enumerable.Range(0, rows).Select(i => $"c{i}")],
        };
    }

    [Fact]
    public void Nothing_depends_on_the_number_of_threads()
    {
        TaskResult one = new TaskEngine(new PredictionOptions(), 1).Run([Task()], null, Token)[0];
        TaskResult four = new TaskEngine(new PredictionOptions(), 4).Run([Task()], null, Token)[0];
        Assert.Equal(one.Scores, four.Scores);
        Assert.Equal(one.LeadingModel, four.LeadingModel);
        for (int model = 0; model < one.Models.Count; model++)
        {
            var first = (BinaryJudgement)one.Models[model].CrossValidation!;
            var second = (BinaryJudgement)four.Models[model].CrossValidation!;
            Assert.Equal(first.Scores, second.Scores);
            Assert.Equal(first.F1, second.F1);
        }
    }

    [Fact]
    public void A_vote_is_the_mean_of_the_voters_and_the_voters_are_not_learned_again()
    {
        TaskResult result = new TaskEngine(new PredictionOptions()).Run([Task()], null, Token)[0];
        float[] Of(ModelKind model) => ((BinaryJudgement)result.Find(model)!.Forward!).Scores;
        float[] vote = Of(ModelKind.VotingEnsemble);
        for (int row = 0; row < vote.Length; row++)
        {
            double mean = (Of(ModelKind.LogisticRegression)[row] + (double)Of(ModelKind.RandomForest)[row] + Of(ModelKind.BoostedTrees)[row]) / 3;
            Assert.Equal(mean, vote[row], 1e-6);
        }

        // Learned as one model, on all rows, it says what its members say.
        FittedTask fitted = PredictionLaboratory.Fit(result, ModelKind.VotingEnsemble, new PredictionOptions(), Token);
        double[] own = PredictionLaboratory.Fit(result, ModelKind.BoostedTrees, new PredictionOptions(), Token).Predict(result.Data!.Current.Features);
        Assert.NotEqual(own, fitted.Predict(result.Data.Current.Features));
    }

    [Fact]
    public void The_forward_test_learns_from_the_earlier_rows_alone()
    {
        PreparedTask task = Task();
        TaskRows earlier = task.Data!.Earlier!;
        // With its answers turned round, what is learned earlier is wrong later; what is learned now is not.
        task = task with { Data = task.Data with { Earlier = earlier with { Targets = [.. earlier.Targets.Select(target => 1 - target)] } } };
        ModelEvaluation model = new TaskEngine(new PredictionOptions()).Run([task], null, Token)[0].Find(ModelKind.LogisticRegression)!;
        Assert.InRange(model.Forward!.Headline.Value, 0, 0.35);
        Assert.InRange(model.HoldOut!.Headline.Value, 0.65, 1);
    }

    [Fact]
    public void The_opposite_question_reads_its_tests_off_the_other_and_scores_with_its_own_model()
    {
        PreparedTask task = Task();
        TaskRows Turned(TaskRows rows) => rows with { Targets = [.. rows.Targets.Select(target => 1 - target)] };
        PreparedTask opposite = task with
        {
            Question = task.Question with { Id = "y", Classes = ["yes", "no"] },
            Data = task.Data! with { Current = Turned(task.Data!.Current), Earlier = Turned(task.Data.Earlier!), Later = Turned(task.Data.Later!) },
            OppositeOf = "x",
        };
        IReadOnlyList<TaskResult> results = new TaskEngine(new PredictionOptions()).Run([task, opposite], null, Token);
        Assert.Equal(results[0].Leading!.Forward!.Headline, results[1].Leading!.Forward!.Headline);
        Dictionary<int, double> yes = results[0].Scores.ToDictionary(score => score.Customer, score => score.Value);
        Assert.All(results[1].Scores, score => Assert.Equal(1 - yes[score.Customer], score.Value, 1e-6));
    }

    [Fact]
    public void A_cancelled_run_ends()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => new TaskEngine(new PredictionOptions()).Run([Task()], null, source.Token));
    }
}
