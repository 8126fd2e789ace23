using CustomerDashboard.Core.Learning.Classification;
using CustomerDashboard.Core.Learning.ModelSelection;
using CustomerDashboard.Core.Learning.Regression;
using CustomerDashboard.Core.Learning.Trees;
using CustomerDashboard.Core.Prediction.Models;

namespace CustomerDashboard.Core.Prediction;

/// <summary>The drawn form of a fitted decision tree. O(nodes).</summary>
public static class TaskTree
{
    /// <summary>The tree of a fitted model, behind its preparation and calibration; null where the model is not one tree.</summary>
    public static TreeDiagram? Of(FittedTask fitted)
    {
        ArgumentNullException.ThrowIfNull(fitted);
        DecisionTree? tree = fitted switch
        {
            { Classifier: { } classifier } => Find(classifier),
            { Regressor: { } regressor } => Find(regressor),
            _ => null,
        };
        return tree is null ? null : TreeDiagramBuilder.Build(tree, fitted.Features);
    }

    private static DecisionTree? Find(IClassifierModel model) => model switch
    {
        DecisionTreeClassifierModel tree => tree.Tree,
        PipelineClassifierModel pipeline => Find(pipeline.Model),
        CalibratedModel calibrated => Find(calibrated.Model),
        _ => null,
    };

    private static DecisionTree? Find(IRegressorModel model) => model switch
    {
        DecisionTreeRegressorModel tree => tree.Tree,
        PipelineRegressorModel pipeline => Find(pipeline.Model),
        _ => null,
    };
}
