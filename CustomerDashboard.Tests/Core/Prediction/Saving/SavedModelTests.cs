using CustomerDashboard.Core.Cleaning;
using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Learning.ModelSelection;
using CustomerDashboard.Core.Learning.Persistence;
using CustomerDashboard.Core.Numerics;
using CustomerDashboard.Core.Prediction;
using CustomerDashboard.Core.Prediction.Models;
using CustomerDashboard.Core.Prediction.Questions;
using CustomerDashboard.Core.Prediction.Saving;
using CustomerDashboard.Core.Reporting;
using CustomerDashboard.Tests.Core.Cleaning;

namespace CustomerDashboard.Tests.Core.Prediction.Saving;

public class SavedModelTests
{
    private static readonly DateTime Start = new(2023, 1, 1, 9, 0, 0);
    private static readonly DateTime Saved = new(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);

    public static TheoryData<string, ModelKind> Models
    {
        get
        {
            var data = new TheoryData<string, ModelKind>();
            foreach (ModelKind model in Enum.GetValues<ModelKind>())
            {
                if (model is not (ModelKind.Mean or ModelKind.Median or ModelKind.RunRate or ModelKind.LinearRegression or ModelKind.RidgeRegression or ModelKind.BoostedTreesTweedie
                    or ModelKind.CorrectedRunRate or ModelKind.FirstOrderAlone))
                {
                    data.Add(QuestionIds.Repeat, model);
                }

                if (model is not (ModelKind.Majority or ModelKind.LastPeriod or ModelKind.RecencyAlone or ModelKind.LastYearSpendAlone or ModelKind.FirstOrderAlone or ModelKind.LogisticRegression
                    or ModelKind.LogisticRegressionL1 or ModelKind.SupportVectorsLinear or ModelKind.SupportVectorsRbf))
                {
                    data.Add(QuestionIds.Spend, model);
                }
            }

            return data;
        }
    }

    [Theory, MemberData(nameof(Models))]
    public void Every_model_of_the_laboratory_is_read_back_and_says_the_same(string question, ModelKind model)
    {
        TaskResult task = Task(question);
        var options = new PredictionOptions { Settings = new ModelSettings { ForestTrees = 8, BoostingTrees = 12 } };
        FittedTask fitted = PredictionLaboratory.Fit(task, model, options, TestContext.Current.CancellationToken);
        SavedModel read = RoundTrip(SavedModel.Of(task, fitted, options, "shop.csv", "abc", Saved, "{}"));
        Assert.Equal(fitted.Predict(task.Data!.Current.Features), read.Fitted.Predict(task.Data.Current.Features));
        Assert.Equal(model, read.Info.Model);
        Assert.Equal("abc", read.Info.DataSha256);
        Assert.Equal(Saved, read.Info.SavedAt);
        Assert.Equal(task.Features, read.Info.Features);
        Assert.Equal(task.Windows, read.Info.Windows);
        Assert.Equal(8, read.Info.Options.Settings.ForestTrees);
    }

    [Fact]
    public void Classes_are_read_back_and_named_when_scoring()
    {
        TaskResult task = Task(QuestionIds.Repeat);
        PredictionQuestion question = task.Question with { Kind = QuestionKind.Multiclass, Classes = ["few", "some", "many"] };
        double[] orders = task.Data!.Current.Features.Column(0);
        task = task with
        {
            Question = question,
            Data = task.Data with { Current = task.Data.Current with { Targets = Array.ConvertAll(orders, count => count < 4 ? 0.0 : count < 8 ? 1.0 : 2.0) } },
        };
        foreach (ModelKind model in new[] { ModelKind.LogisticRegression, ModelKind.BoostedTrees, ModelKind.RandomForest, ModelKind.Majority })
        {
            var options = new PredictionOptions { Settings = new ModelSettings { ForestTrees = 5, BoostingTrees = 6 } };
            FittedTask fitted = PredictionLaboratory.Fit(task, model, options);
            SavedModel read = RoundTrip(SavedModel.Of(task, fitted, options, "shop.csv", "abc", Saved));
            Assert.Equal(fitted.PredictProbabilities(task.Data.Current.Features).Values, read.Fitted.PredictProbabilities(task.Data.Current.Features).Values);
            Assert.Contains(ModelScoring.Score(read, Shop()).Customers, customer => question.Classes.Contains(customer.Class!));
        }
    }

    [Fact]
    public void A_file_is_seen_from_its_own_last_purchase()
    {
        SavedModel model = RepeatModel();
        CleanedTransactions other = Shop(seed: 8, days: 300);
        ScoredFile scored = ModelScoring.Score(model, other);
        DateTime last = new(other.Ticks.Max());
        Assert.Equal(last, scored.Cutoff);
        PredictionTable table = PurchasePrediction.BuildTable(other, new PredictionWindows(new DateTime(other.Ticks.Min()), last, last.AddDays(90)), ReversedOrders.LeaveOutOfSpendOutcome);
        double[] expected = model.Fitted.Predict(table.Features.SelectColumns([.. model.Info.Features.Select(feature => PredictionFeatureCatalog.IndexOf(feature.Id))]));
        Dictionary<string, double> byId = scored.Customers.ToDictionary(customer => customer.CustomerId, customer => customer.Value);
        Assert.Equal(table.RowCount, byId.Count);
        for (int row = 0; row < table.RowCount; row++)
        {
            Assert.Equal(expected[row], byId[other.CustomerIds[table.CustomerIndex[row]]]);
        }

        Assert.Equal(scored.Customers.OrderByDescending(customer => customer.Value).Select(customer => customer.Value), scored.Customers.Select(customer => customer.Value));
        var text = new StringWriter();
        ScoresCsv.Write(text, scored);
        Assert.StartsWith("CustomerId,Probability\n", text.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_short_file_is_scored_with_a_warning_and_an_empty_past_is_refused()
    {
        SavedModel model = RepeatModel();
        ScoredFile scored = ModelScoring.Score(model, Shop(seed: 8, days: 100));
        Assert.Contains(scored.Notes, note => note.Contains("to be taken with care", StringComparison.Ordinal));
        Assert.Contains("Nobody bought before", Assert.Throws<ModelDoesNotFitException>(() => ModelScoring.Score(model, Shop(), Start.AddYears(-1))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_column_is_named_with_the_features_that_need_it()
    {
        SavedModel model = RepeatModel();
        Line[] lines = [new Line("1", "a", null) { Date = Start }, new Line("2", "b", null) { Date = Start.AddDays(1) }];
        CleanedTransactions data = CleaningPipeline.Run(Without(Line.Table(lines))).Cleaned;
        string message = Assert.Throws<ModelDoesNotFitException>(() => ModelScoring.Score(model, data)).Message;
        Assert.Contains("product codes (for \"Different products\")", message, StringComparison.Ordinal);
        Assert.Contains("countries (for \"In the home market\")", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_are_scored_by_the_names_of_their_columns()
    {
        SavedModel model = RepeatModel();
        Matrix rows = Task(QuestionIds.Repeat).Data!.Current.Features.SelectRows([0, 1]);
        Dictionary<string, double[]> columns = Enumerable.Range(0, rows.Columns).ToDictionary(column => model.Info.Features[column].Id, rows.Column);
        columns["Another"] = [1, 2];
        Assert.Equal(model.Fitted.Predict(rows).Order(), ModelScoring.Score(model, ["a", "b"], columns).Customers.Select(customer => customer.Value).Order());
        columns.Remove(PredictionFeatureIds.Recency);
        Assert.Contains("\"Days since last purchase\"", Assert.Throws<ModelDoesNotFitException>(() => ModelScoring.Score(model, ["a", "b"], columns)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_that_does_not_answer_its_question_is_refused()
    {
        SavedModel model = RepeatModel();
        using var file = new MemoryStream();
        SavedModelFile.Write(file, model with { Info = model.Info with { Question = model.Info.Question with { Kind = QuestionKind.Numeric } } });
        file.Position = 0;
        Assert.Contains("cannot answer its question", Assert.Throws<ModelFileException>(() => SavedModelFile.Read(file)).Message, StringComparison.Ordinal);
        using var bare = new MemoryStream();
        ModelFile.Write(bare, new CustomerDashboard.Core.Learning.Regression.LinearRegressionModel(1, [2], []), "[1, 2]");
        bare.Position = 0;
        Assert.Throws<ModelFileException>(() => SavedModelFile.Read(bare));
    }

    private static SavedModel RepeatModel()
    {
        TaskResult task = Task(QuestionIds.Repeat);
        var options = new PredictionOptions();
        return RoundTrip(SavedModel.Of(task, PredictionLaboratory.Fit(task, ModelKind.LogisticRegression, options), options, "shop.csv", "abc", Saved));
    }

    private static SavedModel RoundTrip(SavedModel model)
    {
        using var file = new MemoryStream();
        SavedModelFile.Write(file, model);
        file.Position = 0;
        return SavedModelFile.Read(file);
    }

    private static TaskResult Task(string question)
    {
        var windows = new PredictionWindows(Start, Start.AddDays(430), Start.AddDays(520));
        PredictionTable table = PurchasePrediction.BuildTable(Shop(), windows);
        double[] targets = question == QuestionIds.Repeat ? Array.ConvertAll(table.BoughtAgain, bought => bought ? 1.0 : 0) : table.Spend;
        return new TaskResult
        {
            Question = new PredictionQuestion
            {
                Id = question,
                Kind = question == QuestionIds.Repeat ? QuestionKind.Binary : QuestionKind.Numeric,
                Title = "Who?",
                Definition = "",
                Classes = question == QuestionIds.Repeat ? ["stays away", "buys again"] : [],
            },
            Features = PredictionFeatureCatalog.All,
            Windows = windows,
            Models = [.. new[] { ModelKind.LogisticRegression, ModelKind.RidgeRegression, ModelKind.BoostedTrees }.Select(kind => new CustomerDashboard.Core.Prediction.Judging.ModelEvaluation
            {
                Model = kind, Name = "", IsBaseline = false, Description = "",
            })
            .Where(model => question == QuestionIds.Repeat ? model.Model != ModelKind.RidgeRegression : model.Model != ModelKind.LogisticRegression)],
            Data = new TaskData
            {
                Current = new TaskRows(table.Features, table.CustomerIndex, targets),
                LogColumns = [.. Enumerable.Range(0, table.Features.Columns)],
                RunRate = (PredictionFeatureCatalog.IndexOf(PredictionFeatureIds.SpendLast365Days), 90.0 / 365),
                HoldOut = KFold.Split(table.RowCount, 4, 1)[0],
                Folds = KFold.Split(table.RowCount, 4, 1),
            },
        };
    }

    private static CleanedTransactions Shop(int seed = 3, int days = 520)
    {
        var random = new RandomSource(seed);
        var lines = new List<Line>();
        for (int customer = 0; customer < 120; customer++)
        {
            double end = random.NextDouble() < 0.5 ? days : days * random.NextDouble();
            double gap = 10 + (80 * random.NextDouble());
            for (double day = days * 0.4 * random.NextDouble(); lines.Count == 0 || day < end; day += gap * (0.5 + random.NextDouble()))
            {
                lines.Add(new Line($"{customer}", $"{customer}-{lines.Count}", $"P{random.NextInt(20)}", 1 + random.NextInt(9), 2 + random.NextInt(5))
                {
                    Date = Start.AddMinutes(Math.Floor(day * 1440)),
                    Country = customer % 4 == 0 ? "Spain" : "France",
                });
            }
        }

        return CleaningPipeline.Run(Line.Table(lines)).Cleaned;
    }

    private static CustomerDashboard.Core.Transactions.TransactionTable Without(CustomerDashboard.Core.Transactions.TransactionTable table) => new()
    {
        Customer = table.Customer,
        Invoice = table.Invoice,
        Ticks = table.Ticks,
        Quantity = table.Quantity,
        UnitPrice = table.UnitPrice,
        SourceLine = table.SourceLine,
    };
}
