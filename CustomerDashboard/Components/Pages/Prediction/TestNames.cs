using CustomerDashboard.Core.Prediction.Judging;

namespace CustomerDashboard.Components.Pages.Prediction;

/// <summary>The three ways a model is judged, as links name them and as people do.</summary>
public static class TestNames
{
    public const string Forward = "forward";
    public const string HoldOut = "holdout";
    public const string Folds = "folds";

    public static IReadOnlyList<string> All { get; } = [Forward, HoldOut, Folds];

    public static ModelJudgement? Of(ModelEvaluation model, string test)
    {
        ArgumentNullException.ThrowIfNull(model);
        return test switch { Forward => model.Forward, HoldOut => model.HoldOut, _ => model.CrossValidation };
    }

    public static string Plain(string test) => test switch { Forward => "On later data", HoldOut => "Held out", _ => "Over folds" };

    public static string Term(string test) => test switch { Forward => "forward", HoldOut => "hold-out", _ => "cross-validation" };

    public static string Explain(string test) => test switch
    {
        Forward => "Learned one period earlier and judged at the cut-off: what a business gets.",
        HoldOut => "Learned on most customers and judged on the others at the same cut-off.",
        _ => "Each customer is judged by a model that learned from the other folds at the same cut-off.",
    };
}
