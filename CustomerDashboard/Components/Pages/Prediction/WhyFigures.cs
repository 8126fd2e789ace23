using CustomerDashboard.Charts;
using CustomerDashboard.Components.Controls;
using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Learning.Explanation;
using CustomerDashboard.Core.Prediction.Explaining;
using CustomerDashboard.Core.Prediction.Questions;

namespace CustomerDashboard.Components.Pages.Prediction;

/// <summary>Charts of what a model goes by.</summary>
public static class WhyFigures
{
    private const int Shown = 12;

    /// <summary>How much of what moves the forecast is each feature.</summary>
    public static PlotlyFigure Importance(ExplainedTask explained)
    {
        ArgumentNullException.ThrowIfNull(explained);
        var effects = explained.Global.Features.Take(Shown).ToList();
        var figure = BarFigure.Create(
            [.. effects.Select(effect => ChartTheme.Wrapped(effect.Name, 22))], [.. effects.Select(effect => effect.Share)], new ChartAxis("Share of what moves the forecast", Format: ".0%"),
            [.. effects.Select(effect => effect.Direction >= 0 ? ChartTheme.Main : "var(--segment-5)")], [.. effects.Select(effect => Numbers.Percent(effect.Share))], [.. effects.Select(effect => effect.Sentence)]);
        figure.Layout["xaxis"]!["nticks"] = 4;
        figure.Layout["xaxis"]!["tickangle"] = 0;
        return figure;
    }

    /// <summary>One dot per customer and feature.</summary>
    public static PlotlyFigure Swarm(ExplainedTask explained)
    {
        ArgumentNullException.ThrowIfNull(explained);
        var customers = explained.Global.Rows.Select(row => explained.Ids[row]).ToList();
        return BeeswarmFigure.Create(
            [.. explained.Global.Swarm.Take(Shown).Select(feature => new BeeswarmFeature(
                feature.Name, [.. feature.Contributions.Select(part => (double)part)], [.. feature.Levels.Select(level => (double)level)], [.. feature.Values.Select(value => Written(explained.Features[feature.Feature], value))]))],
            customers, new ChartAxis(ScaleTitle(explained), Format: ".2~f"));
    }

    /// <summary>How the forecast moves along one feature.</summary>
    public static PlotlyFigure Dependence(TaskView view, FeatureDefinition feature, PartialDependenceCurve curve, double? own)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(curve);
        return PartialDependenceFigure.Create(curve.Grid, curve.Mean, [.. curve.Curves.Select(line => (IReadOnlyList<double>)line)], Density(curve), FeatureText.Axis(feature, view.Currency) with { FromZero = false }, AnswerAxis(view), own);
    }

    // Values tried stand close where customers are many, so shares are set against the width each stands for.
    private static double[] Density(PartialDependenceCurve curve)
    {
        var (grid, density) = (curve.Grid, new double[curve.Grid.Length]);
        for (var i = 0; i < grid.Length && grid.Length > 1; i++)
        {
            var (from, to) = (i == 0 ? grid[0] : (grid[i - 1] + grid[i]) / 2, i == grid.Length - 1 ? grid[i] : (grid[i] + grid[i + 1]) / 2);
            density[i] = to > from ? curve.Shares[i] / (to - from) : 0;
        }

        return density;
    }

    /// <summary>From the average customer to this one.</summary>
    public static PlotlyFigure Waterfall(TaskView view, CustomerExplanation why)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(why);
        var steps = why.Steps.Take(Shown - 2).Select(step => new KeyValuePair<string, double>($"{step.Name}: {step.ValueText}", step.To - step.From)).ToList();
        if (why.Steps.Count > steps.Count)
        {
            steps.Add(new($"{Numbers.Count(why.Steps.Count - steps.Count)} more", why.Steps.Skip(steps.Count).Sum(step => step.To - step.From)));
        }

        return WaterfallFigure.Create("Average customer", why.Start, steps, "This customer", AnswerAxis(view), value => Answer(view, value), view.Words.YesIsBad);
    }

    /// <summary>The answer as it is written: a chance, or an amount.</summary>
    public static string Answer(TaskView view, double value)
    {
        ArgumentNullException.ThrowIfNull(view);
        return view.Kind == QuestionKind.Numeric ? view.IsMoney ? Numbers.Money(value, view.Currency) : Numbers.Rounded(value) : Numbers.Tenths(value);
    }

    private static string Written(FeatureDefinition feature, double value) => double.IsFinite(value) ? $"{FeatureText.Full(feature, value)}{(feature.Unit is "share" or "currency" or "yes/no" or "" ? "" : " " + feature.Unit)}" : "not known";

    private static ChartAxis AnswerAxis(TaskView view) => view.Kind == QuestionKind.Numeric
        ? new ChartAxis(view.IsMoney ? "Expected spend" : "Forecast", view.Unit, ",.3~s")
        : new ChartAxis("Chance", Format: ".0%");

    private static string ScaleTitle(ExplainedTask explained) => explained.Global.Scale switch
    {
        ExplanationScale.LogOdds => "Effect on the chance (log-odds)",
        ExplanationScale.Probability => "Effect on the chance",
        ExplanationScale.LogAmount => "Effect on the forecast (logarithm)",
        _ => "Effect on the forecast",
    };
}
