namespace CustomerDashboard.Core.Prediction.Judging;

/// <summary>Finds whom to hold a model against.</summary>
internal static class BaselineChoice
{
    /// <summary>The baseline with the best headline figure in the view that leads; the first of equals.</summary>
    public static ModelEvaluation? Best(IReadOnlyList<ModelEvaluation> models) => Best(models.Where(m => m.IsBaseline));

    /// <summary>The model with the best headline figure in the view that leads, baselines left out.</summary>
    public static ModelEvaluation? BestModel(IReadOnlyList<ModelEvaluation> models) => Best(models.Where(m => !m.IsBaseline));

    private static ModelEvaluation? Best(IEnumerable<ModelEvaluation> models) =>
        models.Where(m => m.Leading is { Headline.Exists: true })
            .MaxBy(m => m.Leading!.HigherIsBetter ? m.Leading.Headline.Value : -m.Leading.Headline.Value);
}
