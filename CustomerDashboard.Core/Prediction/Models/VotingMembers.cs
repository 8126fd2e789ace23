namespace CustomerDashboard.Core.Prediction.Models;

/// <summary>Says who has a vote.</summary>
internal static class VotingMembers
{
    /// <summary>Baselines have none, of two models of one family one is enough, and a border fitted to one period has no say in the next.</summary>
    public static bool Votes(ModelKind model) =>
        model is ModelKind.LogisticRegression or ModelKind.RandomForest or ModelKind.BoostedTrees
            or ModelKind.RidgeRegression or ModelKind.BoostedTreesTweedie or ModelKind.NearestNeighbours;
}
