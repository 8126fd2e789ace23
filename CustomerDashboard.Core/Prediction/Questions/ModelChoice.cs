using CustomerDashboard.Core.Prediction.Models;

namespace CustomerDashboard.Core.Prediction.Questions;

/// <summary>Which models take part in a question.</summary>
internal static class ModelChoice
{
    /// <summary>Above so many rows the models that compare customers with one another take part only when asked for.</summary>
    private const int FewEnoughForPairs = 20_000;

    /// <summary>Up to so many rows no model takes long.</summary>
    private const int FewEnoughForFolds = 1_000;

    private static readonly ModelKind[] OfClasses =
    [
        ModelKind.LogisticRegression, ModelKind.LogisticRegressionL1, ModelKind.NearestNeighbours, ModelKind.SupportVectorsLinear,
        ModelKind.SupportVectorsRbf, ModelKind.DecisionTree, ModelKind.RandomForest, ModelKind.BoostedTrees, ModelKind.VotingEnsemble,
    ];

    private static readonly ModelKind[] OfNumbers =
    [
        ModelKind.LinearRegression, ModelKind.RidgeRegression, ModelKind.NearestNeighbours, ModelKind.DecisionTree, ModelKind.RandomForest,
        ModelKind.BoostedTrees, ModelKind.BoostedTreesTweedie, ModelKind.CorrectedRunRate, ModelKind.VotingEnsemble,
    ];

    /// <summary>The baselines, then the models chosen that suit the question, in their usual order.</summary>
    public static IReadOnlyList<ModelKind> For(PredictionQuestion question, TaskData data, IReadOnlyList<ModelKind> baselines, PredictionOptions options)
    {
        QuestionKind kind = question.Kind;
        var models = new List<ModelKind>(baselines);
        foreach (ModelKind model in kind == QuestionKind.Numeric ? OfNumbers : OfClasses)
        {
            if ((options.Models?.Contains(model) ?? Suits(model, question.Id, data)) && CanAnswer(model, kind, data))
            {
                models.Add(model);
            }
        }

        if (models.Count(VotingMembers.Votes) < 2)
        {
            models.Remove(ModelKind.VotingEnsemble);
        }

        return models;
    }

    /// <summary>
    /// Whether a model is worth its time when nobody asked for it. The question asked most gets every model; the others those that have
    /// a chance of leading, so that a whole analysis stays a matter of seconds.
    /// </summary>
    private static bool Suits(ModelKind model, string question, TaskData data) => model switch
    {
        ModelKind.LogisticRegression or ModelKind.LinearRegression or ModelKind.RidgeRegression or ModelKind.DecisionTree
            or ModelKind.BoostedTreesTweedie or ModelKind.CorrectedRunRate => true,
        // A tree for each class in every round is four times the work, and newcomers' first orders hold little to learn.
        ModelKind.BoostedTrees => GetsEveryModel(question)
            || question is QuestionIds.HighSpender or QuestionIds.Spend or QuestionIds.FirstPurchaseTop or QuestionIds.FirstPurchaseReturn or QuestionIds.Segment,
        ModelKind.RandomForest => GetsEveryModel(question) || question == QuestionIds.HighSpender,
        ModelKind.SupportVectorsRbf or ModelKind.NearestNeighbours => GetsEveryModel(question) && data.Current.Count <= FewEnoughForPairs,
        _ => GetsEveryModel(question),
    };

    /// <summary>
    /// Whether a model is learned on every fold too. Support vectors with a curved border take as long as all others together, and follow
    /// one period so closely that they fail in the next: unless they were asked for, the forward test and the hold-out must do.
    /// </summary>
    public static bool IsCrossValidated(ModelKind model, TaskData data, PredictionOptions options) =>
        model != ModelKind.SupportVectorsRbf || options.Models is not null || data.Current.Count <= FewEnoughForFolds;

    private static bool GetsEveryModel(string question) =>
        question is QuestionIds.Repeat or QuestionIds.Churn || question.StartsWith(QuestionIds.ColumnPrefix, StringComparison.Ordinal);

    private static bool CanAnswer(ModelKind model, QuestionKind kind, TaskData data) => model switch
    {
        ModelKind.BoostedTreesTweedie => NoneNegative(data),
        ModelKind.CorrectedRunRate => data.RunRate is not null,
        _ => kind == QuestionKind.Numeric || model is not (ModelKind.LinearRegression or ModelKind.RidgeRegression),
    };

    /// <summary>Tweedie's distribution is of amounts from zero up.</summary>
    private static bool NoneNegative(TaskData data)
    {
        foreach (TaskRows? rows in (TaskRows?[])[data.Current, data.Earlier])
        {
            foreach (double target in rows?.Targets ?? [])
            {
                if (target < 0)
                {
                    return false;
                }
            }
        }

        return true;
    }
}
