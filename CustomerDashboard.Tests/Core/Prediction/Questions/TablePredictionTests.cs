using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Numerics;
using CustomerDashboard.Core.Prediction;
using CustomerDashboard.Core.Prediction.Judging;
using CustomerDashboard.Core.Prediction.Models;
using CustomerDashboard.Core.Prediction.Questions;

namespace CustomerDashboard.Tests.Core.Prediction.Questions;

/// <summary>Questions about a table with one row per customer, and what happens to those that cannot be learned.</summary>
public class TablePredictionTests
{
    private const int Rows = 160;

    private static readonly HashSet<string> None = [];

    /// <summary>Age tells of income, income of who bought; the id tells of nothing.</summary>
    private static CustomerFeatureTable Table(Action<Dictionary<string, double[]>>? change = null)
    {
        var random = new RandomSource(3);
        var columns = new Dictionary<string, double[]>(StringComparer.Ordinal)
        {
            ["CustomerID"] = [.. Enumerable.Range(1, Rows).Select(i => (double)i)],
            ["Age"] = new double[Rows],
            ["Income"] = new double[Rows],
            ["Bought"] = new double[Rows],
            ["City=Bath"] = new double[Rows],
            ["City=York"] = new double[Rows],
        };
        for (int row = 0; row < Rows; row++)
        {
            columns["Age"][row] = 20 + (40 * random.NextDouble());
            columns["Income"][row] = (columns["Age"][row] * 2) + (5 * random.NextGaussian());
            columns["Bought"][row] = columns["Income"][row] + (10 * random.NextGaussian()) > 80 ? 1 : 0;
            columns[random.NextDouble() < 0.5 ? "City=Bath" : "City=York"][row] = 1;
        }

        change?.Invoke(columns);
        return new CustomerFeatureTable(
            [.. Enumerable.Range(1, Rows).Select(i => $"c{i}")],
            [.. columns.Keys.Select(id => new FeatureDefinition(id, id, id, "", id, id, null))],
            [.. columns.Values],
            DateTime.MinValue);
    }

    private static PredictionOptions Ask(params string[] columns) => new() { Questions = [.. columns.Select(QuestionIds.OfColumn)] };

    private static TaskResult One(CustomerFeatureTable table, PredictionOptions options) =>
        Assert.Single(TablePrediction.OfTable(table, null, None, options, null, TestContext.Current.CancellationToken));

    [Fact]
    public void A_column_of_two_values_is_learned_from_the_others_and_the_id_is_left_out()
    {
        TaskResult task = One(Table(), Ask("Bought"));
        Assert.Equal(QuestionKind.Binary, task.Question.Kind);
        Assert.Equal(["Age", "Income", "City=Bath", "City=York"], task.Features.Select(feature => feature.Id));
        Assert.Contains(task.LeftOut, words => words.Contains("CustomerID", StringComparison.Ordinal) && words.Contains("names customers", StringComparison.Ordinal));
        Assert.InRange(task.Find(ModelKind.LogisticRegression)!.CrossValidation!.Headline.Value, 0.85, 1);
        Assert.Null(task.Leading!.Forward);
        Assert.Equal(Rows, task.Scores.Count);
        // Every model of the brief that answers yes or no.
        Assert.Equal(
            [ModelKind.Majority, ModelKind.LogisticRegression, ModelKind.LogisticRegressionL1, ModelKind.NearestNeighbours, ModelKind.SupportVectorsLinear, ModelKind.SupportVectorsRbf, ModelKind.DecisionTree, ModelKind.RandomForest, ModelKind.BoostedTrees, ModelKind.VotingEnsemble],
            task.Models.Select(model => model.Model));
        Assert.All(task.Models, model => Assert.Null(model.Failure));
    }

    [Fact]
    public void A_number_and_a_category_are_learned_too()
    {
        IReadOnlyList<TaskResult> tasks = TablePrediction.OfTable(
            Table(), null, None, Ask("Income", "City") with { Models = [ModelKind.LinearRegression, ModelKind.LogisticRegression] }, null, TestContext.Current.CancellationToken);
        Assert.Equal(QuestionKind.Numeric, tasks[0].Question.Kind);
        Assert.True(((RegressionJudgement)tasks[0].Find(ModelKind.LinearRegression)!.CrossValidation!).R2.Value > 0.9);
        Assert.Equal(["has City Bath", "has City York"], tasks[1].Question.Classes);
        Assert.DoesNotContain(tasks[1].Features, feature => feature.Id.StartsWith("City", StringComparison.Ordinal));
        // The city was drawn at random: an honest test finds nothing in it.
        Assert.NotEqual(GradeLevel.Better, tasks[1].Find(ModelKind.LogisticRegression)!.Grade!.Level);
    }

    [Fact]
    public void A_segment_is_foretold_by_what_did_not_make_it_only()
    {
        CustomerFeatureTable table = Table();
        var segments = new SegmentLabels([.. table["Income"].Select(income => income < 60 ? 0 : income < 100 ? 1 : 2)], ["low", "middle", "high"]);
        TaskResult task = Assert.Single(TablePrediction.OfTable(
            table, segments, new HashSet<string> { "Income" }, new PredictionOptions { Models = [ModelKind.LogisticRegression, ModelKind.BoostedTrees] }, null, TestContext.Current.CancellationToken));
        Assert.DoesNotContain(task.Features, feature => feature.Id == "Income");
        Assert.Equal([0, 1, 2], task.Scores.Select(score => score.Class!.Value).Distinct().Order());
        Assert.InRange(task.Find(ModelKind.LogisticRegression)!.CrossValidation!.Headline.Value, 0.7, 0.99);
    }

    [Fact]
    public void What_cannot_be_learned_says_why_and_takes_nothing_with_it()
    {
        CustomerFeatureTable table = Table(columns =>
        {
            columns["Same"] = [.. Enumerable.Repeat(1.0, Rows)];
            columns["Rare"] = [.. Enumerable.Range(0, Rows).Select(row => row < 3 ? 1.0 : 0)];
        });
        IReadOnlyList<TaskResult> tasks = TablePrediction.OfTable(
            table, null, None, Ask("Same", "Rare", "Nothing", "Bought") with { Models = [ModelKind.LogisticRegression] }, null, TestContext.Current.CancellationToken);
        Assert.Contains("for everyone", tasks[0].Unavailable!.Found, StringComparison.Ordinal);
        Assert.Contains("3 of 160", tasks[1].Unavailable!.Found, StringComparison.Ordinal);
        Assert.Contains("At least 10", tasks[1].Unavailable!.Remedy, StringComparison.Ordinal);
        Assert.Equal(PredictionProblem.NoSuchColumn, tasks[2].Unavailable!.Problem);
        Assert.Contains("Income", tasks[2].Unavailable!.Remedy, StringComparison.Ordinal);
        Assert.Null(tasks[3].Unavailable);
        Assert.NotNull(tasks[3].LeadingModel);
    }

    [Fact]
    public void Without_any_feature_there_is_nothing_to_learn_from()
    {
        TaskResult task = One(Table(columns =>
        {
            foreach (string id in (string[])["Age", "Income", "City=Bath", "City=York"])
            {
                Array.Fill(columns[id], double.NaN);
            }
        }), Ask("Bought"));
        Assert.Equal(PredictionProblem.NoFeatures, task.Unavailable!.Problem);
        Assert.Equal(5, task.LeftOut.Count);
    }

    [Fact]
    public void Gaps_are_filled_inside_each_fold()
    {
        TaskResult task = One(Table(columns =>
        {
            for (int row = 0; row < Rows; row += 3)
            {
                columns["Age"][row] = double.NaN;
            }
        }), Ask("Bought"));
        Assert.True(task.Data!.HasGaps);
        Assert.All(task.Models, model => Assert.Null(model.Failure));
    }

    [Theory]
    [InlineData(ResamplingMethod.Smote)]
    [InlineData(ResamplingMethod.Oversample)]
    [InlineData(ResamplingMethod.Undersample)]
    [InlineData(ResamplingMethod.ClassWeights)]
    public void Evening_out_classes_stays_inside_the_training_rows(ResamplingMethod method)
    {
        // Answers drawn at random: rows repeated before the split would let a forest or its neighbours know their test rows by heart.
        var random = new RandomSource(8);
        TaskResult task = One(
            Table(columns => columns["Bought"] = [.. Enumerable.Range(0, Rows).Select(_ => random.NextDouble() < 0.2 ? 1.0 : 0)]),
            Ask("Bought") with { Resampling = method, Models = [ModelKind.RandomForest, ModelKind.NearestNeighbours, ModelKind.LogisticRegression] });
        Assert.Equal(3, task.Models.Count(model => !model.IsBaseline && model.Model != ModelKind.VotingEnsemble));
        foreach (ModelEvaluation model in task.Models.Where(model => !model.IsBaseline))
        {
            Assert.Null(model.Failure);
            var judged = (BinaryJudgement)model.CrossValidation!;
            Assert.Equal(Rows, judged.Customers);
            Assert.Equal(task.Positives, judged.Positives);
            Assert.InRange(judged.RocAuc.Value, 0.25, 0.70);
        }
    }
}
