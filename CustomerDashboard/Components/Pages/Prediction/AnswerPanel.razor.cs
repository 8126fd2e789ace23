using CustomerDashboard.Charts;
using CustomerDashboard.Components.Controls;
using CustomerDashboard.Core.Learning.Metrics;
using CustomerDashboard.Core.Prediction.Judging;
using Microsoft.AspNetCore.Components;

namespace CustomerDashboard.Components.Pages.Prediction;

/// <summary>How far the answer can be trusted: the figures of the model looked at in the test chosen, and the threshold.</summary>
public partial class AnswerPanel
{
    private (BinaryJudgement? Of, double Threshold) drawn;
    private PlotlyFigure? spread;

    [Parameter, EditorRequired]
    public TaskView View { get; set; } = default!;

    [Parameter]
    public double Threshold { get; set; }

    /// <summary>The slider is on its way.</summary>
    [Parameter]
    public EventCallback<double> WhileMoving { get; set; }

    /// <summary>The slider was let go.</summary>
    [Parameter]
    public EventCallback<double?> OnSettled { get; set; }

    [Parameter]
    public EventCallback<string> OnTest { get; set; }

    private ThresholdMetrics At => View.Binary!.At(Threshold);

    private PlotlyFigure Spread(BinaryJudgement binary)
    {
        if (spread is null || !ReferenceEquals(drawn.Of, binary) || drawn.Threshold != Threshold)
        {
            spread = ScoreSpreadFigure.Create(binary.Scores, binary.Labels, Threshold, View.Words.DidYes, View.Words.DidNo);
            drawn = (binary, Threshold);
        }

        return spread;
    }

    private string Interval(JudgedValue value) => double.IsFinite(value.Lower) && double.IsFinite(value.Upper)
        ? $"95% interval {View.Headline(value.Lower)} to {View.Headline(value.Upper)}; "
        : "";

    private string Naive(Func<ModelJudgement, JudgedValue> of) => View.Baseline is { } baseline && View.JudgementOf(baseline) is { } judged && baseline.Model != View.Model?.Model
        ? $"{(View.Regression is null ? "" : "; ")}best baseline {View.Headline(of(judged).Value)}"
        : View.Regression is null ? "a baseline" : "";

    private static string Baseline(RegressionJudgement? naive, Func<RegressionJudgement, JudgedValue> of, Func<double, string> write) =>
        naive is null ? "" : $"best baseline {write(of(naive).Value)}";
}
