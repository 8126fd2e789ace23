using CustomerDashboard.Charts;
using CustomerDashboard.Components.Controls;
using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Learning.Explanation;
using CustomerDashboard.Core.Prediction;
using CustomerDashboard.Core.Prediction.Models;
using CustomerDashboard.Core.Prediction.Questions;
using Microsoft.AspNetCore.Components;

namespace CustomerDashboard.Components.Pages.Prediction;

/// <summary>What a model goes by: its features by weight, customer by customer, along their values, and as a tree.</summary>
public partial class WhyPanel
{
    private ExplainedTask? drawn;
    private string? drawnFeature;
    private PlotlyFigure? importance;
    private PlotlyFigure? swarm;
    private PlotlyFigure? dependence;
    private PlotlyFigure? tree;
    private PlotlyFigure? odds;
    private PartialDependenceCurve? curve;
    private TreeDiagram? diagram;

    /// <summary>The feature along which the forecast is shown; the most important one when absent.</summary>
    [Parameter]
    public string? Feature { get; set; }

    [Parameter]
    public EventCallback<string> OnFeature { get; set; }

    // The odds of the regression over the same customers; of other questions they are not written.
    private RepeatPurchaseResult? Repeat => View.Task.Question.Id is QuestionIds.Repeat or QuestionIds.Churn && View.Result.Repeat is { Unavailable: null, OddsRatios.Count: > 0 } repeat ? repeat : null;

    private int FeatureIndex => Explained!.Features.Select((feature, i) => (feature.Id, i)).FirstOrDefault(pair => pair.Id == Feature, (Id: "", i: Explained.Global.Features[0].Feature)).i;

    private FeatureDefinition FeatureShown => Explained!.Features[FeatureIndex];

    private string TreeWords => diagram is null ? "" : $"The first {Math.Min(diagram.Depth, PredictionFigures.DrawnLevels)} of its {diagram.Depth} levels. The upper branch meets the condition; darker means {(View.Kind == QuestionKind.Numeric ? "more" : $"more of them {View.Words.Yes}")}.";

    protected override void OnExplained(ExplainedTask explained)
    {
        if (!ReferenceEquals(drawn, explained))
        {
            drawn = explained;
            drawnFeature = null;
            importance = WhyFigures.Importance(explained);
            swarm = WhyFigures.Swarm(explained);
            odds = Repeat is { } repeat ? PredictionFigures.Odds(repeat.OddsRatios, View.Words.YesIsBad) : null;
            DrawTree();
        }

        var feature = FeatureShown;
        if (drawnFeature != feature.Id)
        {
            drawnFeature = feature.Id;
            curve = explained.Explainer.Dependence(FeatureIndex, explained.Rows.Features);
            dependence = WhyFigures.Dependence(View, feature, curve, null);
        }
    }

    private void DrawTree()
    {
        (diagram, tree) = (null, null);
        if (View.Task.Find(ModelKind.DecisionTree) is not { Failure: null } || View.Kind == QuestionKind.Multiclass)
        {
            return;
        }

        diagram = TaskTree.Of(PredictionLaboratory.Fit(View.Task, ModelKind.DecisionTree, View.Result.Options));
        if (diagram is null)
        {
            return;
        }

        var most = diagram.Nodes.Max(node => node.Value);
        tree = View.Kind == QuestionKind.Binary
            ? PredictionFigures.Tree(diagram, value => $"{Numbers.Percent(value)} {View.Words.Yes}", value => value)
            : PredictionFigures.Tree(diagram, View.Amount, value => most <= 0 ? 0 : Math.Sqrt(Math.Max(0, value) / most));
    }
}
