using System.Globalization;
using CustomerDashboard.Core.Prediction.Questions;

namespace CustomerDashboard.Core.Prediction.Models;

/// <summary>What models are called and what they do, in plain words.</summary>
public static class ModelNames
{
    /// <summary>The name to show.</summary>
    public static string Of(ModelKind model) => model switch
    {
        ModelKind.Majority => "Everyone alike",
        ModelKind.LastPeriod => "Bought lately",
        ModelKind.RecencyAlone => "Recency alone",
        ModelKind.LastYearSpendAlone => "Last year's spend alone",
        ModelKind.FirstOrderAlone => "First order alone",
        ModelKind.Mean => "Everyone the mean",
        ModelKind.Median => "Everyone the median",
        ModelKind.RunRate => "Last year's run-rate",
        ModelKind.LogisticRegression => "Logistic regression",
        ModelKind.LogisticRegressionL1 => "Logistic regression, L1",
        ModelKind.LinearRegression => "Linear regression",
        ModelKind.RidgeRegression => "Ridge regression",
        ModelKind.NearestNeighbours => "Nearest neighbours",
        ModelKind.SupportVectorsLinear => "Support vectors, linear",
        ModelKind.SupportVectorsRbf => "Support vectors, RBF",
        ModelKind.DecisionTree => "Decision tree",
        ModelKind.RandomForest => "Random forest",
        ModelKind.BoostedTrees => "Boosted trees",
        ModelKind.BoostedTreesTweedie => "Boosted trees, Tweedie",
        ModelKind.CorrectedRunRate => "Corrected run-rate",
        ModelKind.VotingEnsemble => "Voting ensemble",
        _ => throw new ArgumentOutOfRangeException(nameof(model), model, "This model is not known."),
    };

    /// <summary>Whether it is a naive baseline.</summary>
    public static bool IsBaseline(ModelKind model) => model <= ModelKind.RunRate;

    /// <summary>One plain sentence: what it does.</summary>
    public static string Describe(ModelKind model, QuestionKind kind) => model switch
    {
        ModelKind.Majority => "Gives everyone the same probability: the share seen in the training data, which in the forward test is the rate of the last period.",
        ModelKind.LastPeriod => "Divides customers into those who bought within one outcome window before the cut-off and those who did not, and gives each side its rate.",
        ModelKind.RecencyAlone => "Looks only at the days since the last purchase.",
        ModelKind.LastYearSpendAlone => "Looks only at the spend of the last year, or of the shorter history.",
        ModelKind.FirstOrderAlone => "Looks only at what the first order was worth.",
        ModelKind.Mean => "Gives everyone the mean of the training data.",
        ModelKind.Median => "Gives everyone the median of the training data.",
        ModelKind.RunRate => "Carries on the spend of the last 365 days, or of the shorter history, at the same rate.",
        ModelKind.LogisticRegression => "Weighs all features at once; each raises or lowers the odds by a factor.",
        ModelKind.LogisticRegressionL1 => "Weighs features as logistic regression does, and leaves out those that add little.",
        ModelKind.LinearRegression => "Adds up a fixed amount for each unit of each feature.",
        ModelKind.RidgeRegression => "Adds up an amount for each unit of each feature, with amounts held small where features overlap.",
        ModelKind.NearestNeighbours => "Asks what the customers most like this one did.",
        ModelKind.SupportVectorsLinear => "Draws the straight border with the widest margin between yes and no.",
        ModelKind.SupportVectorsRbf => "Draws a curved border with the widest margin between yes and no.",
        ModelKind.DecisionTree => kind == QuestionKind.Numeric
            ? "Sorts customers by a few yes/no questions and gives each leaf its mean; can be drawn and read."
            : "Asks a few yes/no questions one after the other; can be drawn and read.",
        ModelKind.RandomForest => "Takes the mean of many trees, each grown on other customers and features.",
        ModelKind.BoostedTrees => "Adds up many small trees, each correcting those before it.",
        ModelKind.BoostedTreesTweedie => "Adds up many small trees made for amounts that are often zero and sometimes very large.",
        ModelKind.CorrectedRunRate => "Takes the run-rate and scales it by how customers of the same chance to buy really went on, so that the usual miss is as small as can be, and by how much more or less is usually bought at that time of year.",
        ModelKind.VotingEnsemble => "Takes the mean of what the other models say.",
        _ => throw new ArgumentOutOfRangeException(nameof(model), model, "This model is not known."),
    };

    /// <summary>Its settings in words; empty for baselines.</summary>
    public static string SettingsOf(ModelKind model, ModelSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        FormattableString? words = model switch
        {
            ModelKind.LogisticRegression => $"L2 penalty, C = {settings.LogisticC}",
            ModelKind.LogisticRegressionL1 => $"L1 penalty, C = {settings.LassoC}",
            ModelKind.RidgeRegression => $"penalty {settings.Ridge}",
            ModelKind.NearestNeighbours => $"{settings.Neighbours} neighbours",
            ModelKind.SupportVectorsLinear => $"C = {settings.SupportVectorC}, probabilities by Platt scaling",
            ModelKind.SupportVectorsRbf when settings.SupportVectorGamma is { } gamma => $"C = {settings.SupportVectorC}, gamma {gamma}, probabilities by Platt scaling",
            ModelKind.SupportVectorsRbf => $"C = {settings.SupportVectorC}, probabilities by Platt scaling",
            ModelKind.DecisionTree when settings.TreeMinSamplesLeaf is { } leaf => $"depth at most {settings.TreeMaxDepth}, at least {leaf} customers a leaf, pruned at {settings.TreePruning}",
            ModelKind.DecisionTree => $"depth at most {settings.TreeMaxDepth}, at least one in a hundred customers a leaf, pruned at {settings.TreePruning}",
            ModelKind.RandomForest => $"{settings.ForestTrees} trees, at least {settings.ForestMinSamplesLeaf} customers a leaf",
            ModelKind.BoostedTrees => $"{settings.BoostingTrees} trees of depth {settings.BoostingDepth}, learning rate {settings.BoostingRate}",
            ModelKind.BoostedTreesTweedie => $"{settings.BoostingTrees} trees of depth {settings.BoostingDepth}, learning rate {settings.BoostingRate}, power {settings.TweediePower}",
            _ => null,
        };
        return words?.ToString(CultureInfo.InvariantCulture) ?? "";
    }
}
