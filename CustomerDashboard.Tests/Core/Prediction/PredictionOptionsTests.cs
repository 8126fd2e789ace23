using CustomerDashboard.Core.Analysis;
using CustomerDashboard.Core.Prediction;
using CustomerDashboard.Core.Prediction.Models;

namespace CustomerDashboard.Tests.Core.Prediction;

public class PredictionOptionsTests
{
    [Fact]
    public void A_recipe_of_the_first_prediction_is_still_read()
    {
        AnalysisOptions options = Recipe.Parse("""{ "prediction": { "horizonDays": 60, "logisticC": 0.5, "treeMaxDepth": 4, "treeMinSamplesLeaf": 30 } }""");
        Assert.Equal((0.5, 4, 30), (options.Prediction.Settings.LogisticC, options.Prediction.Settings.TreeMaxDepth, options.Prediction.Settings.TreeMinSamplesLeaf!.Value));
        string json = Recipe.ToJson(options);
        Assert.True(Recipe.AreEqual(options, Recipe.Parse(json)));
        // Written once, among the settings.
        Assert.Equal(2, json.Split("\"logisticC\"").Length);
    }

    [Fact]
    public void A_recipe_holds_questions_models_and_settings()
    {
        AnalysisOptions options = AnalysisOptions.Default with
        {
            Prediction = new PredictionOptions
            {
                Questions = ["churn", "column:Income"],
                Models = [ModelKind.RandomForest],
                Settings = new ModelSettings { ForestTrees = 50 },
                Resampling = ResamplingMethod.Smote,
                Calibration = ProbabilityCalibration.Isotonic,
            },
        };
        PredictionOptions read = Recipe.Parse(Recipe.ToJson(options)).Prediction;
        Assert.Equal(["churn", "column:Income"], read.Questions!);
        Assert.Equal([ModelKind.RandomForest], read.Models!);
        Assert.Equal((50, ResamplingMethod.Smote, ProbabilityCalibration.Isotonic), (read.Settings.ForestTrees, read.Resampling, read.Calibration));
    }

    [Fact]
    public void What_cannot_be_asked_is_refused_in_words()
    {
        Assert.Contains("first-purchase-top", Assert.Throws<ArgumentException>(() => new PredictionOptions { Questions = ["weather"] }.Validate()).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new PredictionOptions { HighSpenderShare = 1 }.Validate());
        Assert.Throws<ArgumentOutOfRangeException>(() => new PredictionOptions { Settings = new ModelSettings { BoostingRate = 0 } }.Validate());
    }
}
