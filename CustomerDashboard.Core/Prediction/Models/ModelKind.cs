namespace CustomerDashboard.Core.Prediction.Models;

/// <summary>The ways of answering a question; the names are the ids in recipes and summaries.</summary>
public enum ModelKind
{
    /// <summary>Baseline: everyone gets the share of each class (the most frequent class wins).</summary>
    Majority,

    /// <summary>Baseline: what the customer did in the period just past goes on: who bought in it buys again.</summary>
    LastPeriod,

    /// <summary>Baseline: days since the last purchase alone.</summary>
    RecencyAlone,

    /// <summary>Baseline: spend of the last year alone.</summary>
    LastYearSpendAlone,

    /// <summary>Baseline: the value of the first order alone.</summary>
    FirstOrderAlone,

    /// <summary>Baseline: everyone gets the mean.</summary>
    Mean,

    /// <summary>Baseline: everyone gets the median.</summary>
    Median,

    /// <summary>Baseline: the spend of the last year goes on at the same rate.</summary>
    RunRate,

    LogisticRegression,
    LogisticRegressionL1,
    LinearRegression,
    RidgeRegression,
    NearestNeighbours,
    SupportVectorsLinear,
    SupportVectorsRbf,
    DecisionTree,
    RandomForest,
    BoostedTrees,

    /// <summary>Boosted trees with the Tweedie objective, for spend that is often zero.</summary>
    BoostedTreesTweedie,

    /// <summary>The run-rate corrected by a model of how it has missed, trimmed to lower the mean absolute error.</summary>
    CorrectedRunRate,

    /// <summary>The mean of the other models' answers.</summary>
    VotingEnsemble,
}
