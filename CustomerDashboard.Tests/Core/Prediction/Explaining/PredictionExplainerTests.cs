using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Learning.Classification;
using CustomerDashboard.Core.Learning.Explanation;
using CustomerDashboard.Core.Learning.ModelSelection;
using CustomerDashboard.Core.Learning.Preprocessing;
using CustomerDashboard.Core.Learning.Regression;
using CustomerDashboard.Core.Learning.Trees;
using CustomerDashboard.Core.Numerics;
using CustomerDashboard.Core.Prediction;
using CustomerDashboard.Core.Prediction.Explaining;
using CustomerDashboard.Core.Prediction.Models;
using CustomerDashboard.Core.Prediction.Questions;

namespace CustomerDashboard.Tests.Core.Prediction.Explaining;

public class PredictionExplainerTests
{
    private static readonly LearningPipeline Scaled = new() { Steps = [new LogStep(), new ScalingStep()] };

    public static TheoryData<string> Models => ["logistic", "boosted", "forest", "voting"];

    [Theory, MemberData(nameof(Models))]
    public void The_waterfall_leads_from_the_average_customer_to_this_one(string model)
    {
        (Matrix rows, bool[] labels) = Customers();
        PredictionExplainer explainer = PredictionExplainer.Of(Fitted(Classifier(model).Fit(rows, labels)), rows);
        CustomerExplanation why = explainer.Customer(rows.Row(5), TestContext.Current.CancellationToken);
        Assert.Equal(rows.Columns, why.Steps.Count);
        Assert.Equal(why.Start, why.Steps[0].From);
        Assert.Equal(why.Prediction, why.Steps[^1].To, 9);
        for (int i = 1; i < why.Steps.Count; i++)
        {
            Assert.Equal(why.Steps[i - 1].To, why.Steps[i].From);
            Assert.True(Math.Abs(why.Steps[i].Contribution) <= Math.Abs(why.Steps[i - 1].Contribution));
        }

        Assert.Equal(model == "voting", why.Error is not null);
    }

    [Fact]
    public void A_step_says_what_the_customer_did_and_what_it_does()
    {
        (Matrix rows, bool[] labels) = Customers();
        int frequency = PredictionFeatureCatalog.IndexOf(PredictionFeatureIds.Frequency);
        rows[0, frequency] = 12;
        PredictionExplainer explainer = PredictionExplainer.Of(Fitted(Classifier("logistic").Fit(rows, labels)), rows);
        ExplanationStep step = explainer.Customer(rows.Row(0)).Steps.Single(s => s.FeatureId == PredictionFeatureIds.Frequency);
        Assert.StartsWith("Placed 12 orders: raises the chance from ", step.Sentence, StringComparison.Ordinal);
        Assert.Equal("12 orders", step.ValueText);
        Assert.True(step.To > step.From);
    }

    [Fact]
    public void The_feature_that_decides_comes_first_and_says_which_way_it_works()
    {
        (Matrix rows, bool[] labels) = Customers();
        PredictionExplainer explainer = PredictionExplainer.Of(Fitted(Classifier("boosted").Fit(rows, labels)), rows);
        GlobalExplanation global = explainer.Global(rows, TestContext.Current.CancellationToken);
        Assert.Equal(PredictionFeatureIds.Frequency, global.Features[0].FeatureId);
        Assert.True(global.Features[0].Direction > 0.9);
        Assert.Contains("more of it goes with a higher chance", global.Features[0].Sentence, StringComparison.Ordinal);
        Assert.Equal(1, global.Features.Sum(feature => feature.Share), 9);
        Assert.Equal(global.Features.Select(f => f.Feature), global.Swarm.Select(f => f.Feature));
        Assert.All(global.Swarm, feature => Assert.Equal(global.Rows.Length, feature.Contributions.Length));
        Assert.All(global.Swarm, feature => Assert.All(feature.Levels, level => Assert.InRange(level, 0, 1)));
        Assert.Contains("TreeSHAP", global.MethodInWords, StringComparison.Ordinal);
    }

    [Fact]
    public void Amounts_are_explained_in_amounts()
    {
        (Matrix rows, _) = Customers();
        double[] spend = [.. Enumerable.Range(0, rows.Rows).Select(row => 50 * rows[row, 0])];
        PipelineRegressorModel model = Scaled.Regressor(new LinearRegression(new LinearRegressionOptions())).Fit(rows, spend);
        var fitted = new FittedTask { Question = Question(QuestionKind.Numeric), Model = ModelKind.LinearRegression, Features = PredictionFeatureCatalog.All, Regressor = model };
        CustomerExplanation why = PredictionExplainer.Of(fitted, rows).Customer(rows.Row(3));
        Assert.Equal(model.Predict(rows.SelectRows([3]))[0], why.Prediction, 9);
        Assert.Contains("the forecast from", why.Steps[0].Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void What_follows_from_a_changed_feature_moves_with_it()
    {
        (Matrix rows, bool[] labels) = Customers();
        PredictionExplainer explainer = PredictionExplainer.Of(Fitted(Classifier("logistic").Fit(rows, labels)), rows);
        double[] row = Row(frequency: 4, monetary: 400, recency: 10, tenure: 310);
        WhatIfResult result = explainer.WhatIf(row, [new FeatureChange(Place(PredictionFeatureIds.Frequency), 8)]);
        Assert.Equal(50, result.Row[Place(PredictionFeatureIds.AverageOrderValue)], 9);
        Assert.Equal(300.0 / 7, result.Row[Place(PredictionFeatureIds.MeanDaysBetweenPurchases)], 9);
        Assert.Equal(10 / ((300.0 / 7) + 1), result.Row[Place(PredictionFeatureIds.RecencyOverGap)], 9);
        Assert.Contains(result.Followed, sentence => sentence.StartsWith("Average order value follows to 50", StringComparison.Ordinal));
        Assert.Contains("total spend", result.Held, StringComparison.Ordinal);
        Assert.True(result.After.Prediction > result.Before.Prediction);
        Assert.Contains("rises from", result.Sentence, StringComparison.Ordinal);
        Assert.Equal(4, row[0]);
    }

    [Fact]
    public void A_long_silence_empties_the_last_90_days_and_a_value_set_by_hand_is_kept_with_a_warning()
    {
        (Matrix rows, bool[] labels) = Customers();
        PredictionExplainer explainer = PredictionExplainer.Of(Fitted(Classifier("logistic").Fit(rows, labels)), rows);
        double[] row = Row(frequency: 4, monetary: 400, recency: 10, tenure: 310);
        WhatIfResult silent = explainer.WhatIf(row, [new FeatureChange(Place(PredictionFeatureIds.Recency), 120)]);
        Assert.Equal(0, silent.Row[Place(PredictionFeatureIds.OrdersLast90Days)]);
        Assert.Equal(0, silent.Row[Place(PredictionFeatureIds.SpendLast90Days)]);
        WhatIfResult byHand = explainer.WhatIf(
            row, [new FeatureChange(Place(PredictionFeatureIds.Monetary), 800), new FeatureChange(Place(PredictionFeatureIds.AverageOrderValue), 100)]);
        Assert.Equal(100, byHand.Row[Place(PredictionFeatureIds.AverageOrderValue)]);
        Assert.Contains(byHand.Warnings, warning => warning.Contains("set by hand", StringComparison.Ordinal));
        WhatIfResult unseen = explainer.WhatIf(row, [new FeatureChange(Place(PredictionFeatureIds.DistinctProducts), 99_999)]);
        Assert.Contains(unseen.Warnings, warning => warning.Contains("outside of what the model has seen", StringComparison.Ordinal));
    }

    [Fact]
    public void Values_that_cannot_be_are_refused_in_words()
    {
        (Matrix rows, bool[] labels) = Customers();
        PredictionExplainer explainer = PredictionExplainer.Of(Fitted(Classifier("logistic").Fit(rows, labels)), rows);
        double[] row = rows.Row(0).ToArray();
        Assert.Contains("cannot be negative", Assert.Throws<ArgumentException>(() => explainer.WhatIf(row, [new FeatureChange(0, -1)])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => explainer.WhatIf(row, [new FeatureChange(99, 1)]));
        Assert.Throws<ArgumentException>(() => explainer.WhatIf(row, [new FeatureChange(0, double.NaN)]));
        Assert.Throws<ArgumentException>(() => explainer.WhatIf(row, [new FeatureChange(0, 2), new FeatureChange(0, 3)]));
        Assert.Throws<ArgumentException>(() => explainer.WhatIf(row, [new FeatureChange(Place(PredictionFeatureIds.ReturnRate), 1.5)]));
    }

    [Fact]
    public void On_real_customers_the_waterfall_of_a_forest_adds_up()
    {
        ReferenceTable table = ReferenceTable.Load();
        IClassifierModel model = Classifier("forest").Fit(table.Features, table.BoughtAgain);
        PredictionExplainer explainer = PredictionExplainer.Of(Fitted(model), table.Features);
        double[] probabilities = model.PredictProbability(table.Features.SelectRows([0, 77, 4000]));
        int place = 0;
        foreach (int row in new[] { 0, 77, 4000 })
        {
            CustomerExplanation why = explainer.Customer(table.Features.Row(row));
            Assert.Equal(probabilities[place++], why.Steps[^1].To, 9);
        }
    }

    private static int Place(string id) => PredictionFeatureCatalog.IndexOf(id);

    private static double[] Row(double frequency, double monetary, double recency, double tenure)
    {
        var row = new double[PredictionFeatureCatalog.Count];
        row[Place(PredictionFeatureIds.Frequency)] = frequency;
        row[Place(PredictionFeatureIds.Monetary)] = monetary;
        row[Place(PredictionFeatureIds.Recency)] = recency;
        row[Place(PredictionFeatureIds.Tenure)] = tenure;
        row[Place(PredictionFeatureIds.AverageOrderValue)] = monetary / frequency;
        row[Place(PredictionFeatureIds.MeanDaysBetweenPurchases)] = (tenure - recency) / (frequency - 1);
        row[Place(PredictionFeatureIds.RecencyOverGap)] = recency / (((tenure - recency) / (frequency - 1)) + 1);
        row[Place(PredictionFeatureIds.OrdersLast90Days)] = 1;
        row[Place(PredictionFeatureIds.SpendLast90Days)] = 100;
        row[Place(PredictionFeatureIds.OrdersLast365Days)] = frequency;
        row[Place(PredictionFeatureIds.SpendLast365Days)] = monetary;
        return row;
    }

    private static IClassifier Classifier(string model) => model switch
    {
        "logistic" => Scaled.Classifier(new LogisticRegression(new LogisticRegressionOptions())),
        "boosted" => new GradientBoostedTreesClassifier(new GradientBoostedTreesOptions { TreeCount = 60, LearningRate = 0.2 }),
        "forest" => new RandomForestClassifier(new RandomForestOptions { TreeCount = 30, MinSamplesLeaf = 5 }),
        _ => new VotingEnsemble([Scaled.Classifier(new LogisticRegression(new LogisticRegressionOptions())), new DecisionTreeClassifier(new DecisionTreeOptions { MaxDepth = 3 })]),
    };

    private static FittedTask Fitted(IClassifierModel model) => new()
    {
        Question = Question(QuestionKind.Binary),
        Model = ModelKind.LogisticRegression,
        Features = PredictionFeatureCatalog.All,
        Classifier = model,
    };

    private static PredictionQuestion Question(QuestionKind kind) => new()
    {
        Id = QuestionIds.Repeat,
        Kind = kind,
        Title = "Who buys again?",
        Definition = "",
        Classes = kind == QuestionKind.Binary ? ["stays away", "buys again"] : [],
    };

    /// <summary>Customers whose orders alone decide, with a little luck.</summary>
    private static (Matrix Rows, bool[] Labels) Customers()
    {
        var random = new RandomSource(9);
        var rows = new Matrix(250, PredictionFeatureCatalog.Count);
        var labels = new bool[250];
        for (int row = 0; row < 250; row++)
        {
            for (int column = 0; column < rows.Columns; column++)
            {
                rows[row, column] = Math.Round(20 * random.NextDouble(), 2);
            }

            rows[row, 0] = 1 + random.NextInt(14);
            labels[row] = rows[row, 0] + random.NextGaussian() > 7;
        }

        return (rows, labels);
    }
}
