using CustomerDashboard.Core.Prediction;

namespace CustomerDashboard.Components.Pages.Prediction;

/// <summary>Which test of a model a person looks at.</summary>
public static class ClassifierScoresView
{
    /// <summary>Where the threshold starts: calling whoever is more likely than not.</summary>
    public const double DefaultThreshold = 0.5;

    /// <summary>The forward test, or the hold-out where that is asked for or the file is too short for the other.</summary>
    public static ClassifierScores Of(ClassifierEvaluation model, string test, bool churn)
    {
        ArgumentNullException.ThrowIfNull(model);
        ClassifierScores scores = test == "forward" && model.Forward is { } forward ? forward : model.Holdout;
        return churn ? ChurnScores.Of(scores) : scores;
    }
}
