using System.Text.Json.Nodes;
using CustomerDashboard.Components.Controls;
using CustomerDashboard.Core.Learning.Metrics;
using CustomerDashboard.Core.Prediction;

namespace CustomerDashboard.Charts;

/// <summary>The charts of the Prediction page.</summary>
public static class PredictionFigures
{
    /// <summary>How many levels of a tree are drawn; the table beside it has them all.</summary>
    public const int DrawnLevels = 3;

    /// <summary>The windows the models learned from, were judged on and score.</summary>
    public static PlotlyFigure Timeline(PredictionResult prediction)
    {
        ArgumentNullException.ThrowIfNull(prediction);
        var spans = new List<TimelineSpan>();
        if (prediction.EarlierWindows is { } earlier) AddWindows(spans, "Forward test: learned here", earlier);
        AddWindows(spans, "Judged here", prediction.Windows!);
        if (prediction.ScoringWindows is { } scoring) AddWindows(spans, "Customers scored", scoring);
        return TimelineFigure.Create(spans, [new(prediction.Windows!.Cutoff, "cut-off")]);
    }

    /// <summary>The ROC curves of every model, and the point of the threshold in use.</summary>
    public static PlotlyFigure Roc(IReadOnlyList<ClassifierEvaluation> models, string test, bool churn, ThresholdMetrics at)
    {
        ArgumentNullException.ThrowIfNull(models);
        var series = new List<RocSeries>(models.Count);
        // The majority baseline says the same of everyone: its curve is the diagonal that is drawn anyway.
        foreach (var model in models.Where(model => model.Id != "Majority"))
        {
            var scores = test == "forward" && model.Forward is { } forward ? forward : model.Holdout;
            if (churn) scores = ChurnScores.Of(scores);
            series.Add(new RocSeries(
                model.Name, [.. scores.RocCurve.Select(point => point.FalsePositiveRate)], [.. scores.RocCurve.Select(point => point.TruePositiveRate)], scores.RocAuc));
        }
        return RocFigure.Create(series, (1 - at.Specificity, at.Recall), $"threshold {Numbers.Percent(at.Threshold)}");
    }

    /// <summary>Precision, recall and accuracy at every threshold.</summary>
    public static PlotlyFigure ByThreshold(ClassifierScores scores, double threshold)
    {
        ArgumentNullException.ThrowIfNull(scores);
        double[] x = [.. Enumerable.Range(1, 49).Select(step => step / 50.0)];
        ThresholdMetrics[] metrics = [.. x.Select(value => ThresholdMetrics.At(scores.Scores, scores.Labels, value))];
        return LineFigure.Create(
            x,
            [
                new("Precision", [.. metrics.Select(m => m.TruePositives + m.FalsePositives == 0 ? double.NaN : m.Precision)]),
                new("Recall", [.. metrics.Select(m => m.Recall)]),
                new("Accuracy", [.. metrics.Select(m => m.Accuracy)]),
            ],
            new ChartAxis("Threshold", Format: ".0%"), new ChartAxis("Share", Format: ".0%", FromZero: true), threshold, $"threshold {Numbers.Percent(threshold)}", points: false);
    }

    /// <summary>Foretold against observed share.</summary>
    public static PlotlyFigure Calibration(ClassifierScores scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        var bins = scores.Calibration;
        var range = new JsonArray(-0.02, 1.02);
        return new PlotlyFigure
        {
            Data =
            [
                new JsonObject
                {
                    ["type"] = "scatter", ["mode"] = "lines", ["x"] = new JsonArray(0, 1), ["y"] = new JsonArray(0, 1), ["hoverinfo"] = "skip",
                    ["line"] = new JsonObject { ["color"] = ChartTheme.Muted, ["dash"] = "dash", ["width"] = 1.5 },
                },
                new JsonObject
                {
                    ["type"] = "scatter", ["mode"] = "lines+markers",
                    ["x"] = ChartTheme.Values([.. bins.Select(bin => bin.MeanPredicted)]), ["y"] = ChartTheme.Values([.. bins.Select(bin => bin.ObservedShare)]),
                    ["customdata"] = ChartTheme.Strings(bins.Select(bin => Numbers.Count(bin.Count))),
                    ["line"] = new JsonObject { ["color"] = ChartTheme.Main, ["width"] = 2 }, ["marker"] = new JsonObject { ["size"] = 8 },
                    ["hovertemplate"] = "Given: %{x:.1%}<br>Came true: %{y:.1%}<br>%{customdata} customers<extra></extra>",
                },
            ],
            Layout = new JsonObject
            {
                ["xaxis"] = new JsonObject { ["title"] = "Probability given", ["tickformat"] = ".0%", ["range"] = range },
                ["yaxis"] = new JsonObject { ["title"] = "Share that came true", ["tickformat"] = ".0%", ["range"] = range.DeepClone(), ["zeroline"] = false },
                ["showlegend"] = false,
            },
            Summary = string.Join(" ", bins.Select(bin => $"Given {Numbers.Percent(bin.MeanPredicted)}, {Numbers.Percent(bin.ObservedShare)} came true.")),
            Table = new ChartTable([new ChartColumn("Probability given"), new ChartColumn("Came true"), new ChartColumn("Customers")],
                [.. bins.Select(bin => (IReadOnlyList<string>)[Numbers.Percent(bin.MeanPredicted), Numbers.Percent(bin.ObservedShare), Numbers.Count(bin.Count)])]),
        };
    }

    /// <summary>"Of 100 customers given 71 %, 68 buy again."</summary>
    public static string CalibrationSentence(ClassifierScores scores, string yes)
    {
        ArgumentNullException.ThrowIfNull(scores);
        if (scores.Calibration.Count == 0) return "";
        var bin = scores.Calibration.MinBy(candidate => Math.Abs(candidate.MeanPredicted - 0.7));
        return $"Of 100 customers given {Numbers.Percent(bin.MeanPredicted)}, {Numbers.Count((long)Math.Round(100 * bin.ObservedShare))} {yes}.";
    }

    /// <summary>Odds ratios when a feature doubles, on a log scale around 1; for churn the other way up.</summary>
    public static PlotlyFigure? Odds(IReadOnlyList<OddsRatio> ratios, bool churn)
    {
        ArgumentNullException.ThrowIfNull(ratios);
        if (ratios.Count == 0) return null;
        var shown = ratios.Take(10).ToList();
        double[] logs = [.. shown.Select(ratio => Math.Log2(ratio.PerDoubling) * (churn ? -1 : 1))];
        var (ticks, texts) = (new JsonArray(), new JsonArray());
        foreach (var value in new[] { 0.1, 0.25, 0.5, 1, 2, 4, 10 })
        {
            ticks.Add(Math.Log2(value));
            texts.Add("\u00d7" + Numbers.Exact(value, 2));
        }
        var figure = BarFigure.Create(
            [.. shown.Select(ratio => ratio.Name)], logs, new ChartAxis("Odds (log scale)"),
            [.. logs.Select(value => value >= 0 ? ChartTheme.Good : ChartTheme.Bad)],
            [.. logs.Select(value => "\u00d7" + Numbers.Fixed(Math.Pow(2, value), 2))],
            [.. shown.Select(ratio => ratio.Sentence)]);
        if (churn) Recolour(figure, logs);
        var axis = figure.Layout["xaxis"]!;
        axis["tickangle"] = 0;
        axis["tickvals"] = ticks;
        axis["ticktext"] = texts;
        figure.Data[0]["hovertemplate"] = "<b>%{y}</b><br>%{customdata}<extra></extra>";
        return figure with
        {
            Table = new ChartTable(
                [new ChartColumn("Feature", Numeric: false), new ChartColumn("Odds where it is twice as large"), new ChartColumn("Per standard deviation"), new ChartColumn("95% interval")],
                [.. ratios.Select((ratio, i) => Row(ratio, churn))]),
        };
    }

    /// <summary>The first levels of a tree.</summary>
    /// <param name="diagram">The tree.</param>
    /// <param name="answer">The words for a node's value.</param>
    /// <param name="strength">From 0 to 1, how dark a node is.</param>
    public static PlotlyFigure Tree(TreeDiagram diagram, Func<double, string> answer, Func<double, double> strength)
    {
        ArgumentNullException.ThrowIfNull(diagram);
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(strength);
        var drawn = TreeFigure.Create(Node(0, DrawnLevels));
        // The picture is cut to what can be read; the table has every path.
        return diagram.Depth <= DrawnLevels ? drawn : drawn with { Table = TreeFigure.Create(Node(0, int.MaxValue)).Table };

        TreeFigureNode Node(int id, int levels)
        {
            var node = diagram.Nodes[id];
            var detail = Numbers.Counted(node.Customers, "customer");
            return node.IsLeaf || levels == 0
                ? new TreeFigureNode(answer(node.Value), detail, strength(node.Value))
                : new TreeFigureNode(ChartTheme.Wrapped(node.Condition, 20), $"{answer(node.Value)}<br>{detail}", strength(node.Value), Node(node.Left, levels - 1), Node(node.Right, levels - 1));
        }
    }

    private static IReadOnlyList<string> Row(OddsRatio ratio, bool churn)
    {
        double Turn(double value) => churn ? 1 / value : value;
        var (low, high) = churn ? (1 / ratio.Upper, 1 / ratio.Lower) : (ratio.Lower, ratio.Upper);
        return [ratio.Name, Numbers.Fixed(Turn(ratio.PerDoubling), 3), Numbers.Fixed(Turn(ratio.PerStandardDeviation), 3), $"{Numbers.Fixed(low, 3)} to {Numbers.Fixed(high, 3)}"];
    }

    // For churn higher odds are bad news.
    private static void Recolour(PlotlyFigure figure, double[] logs) =>
        figure.Data[0]["marker"]!["color"] = ChartTheme.Strings(logs.Select(value => value >= 0 ? ChartTheme.Bad : ChartTheme.Good));

    private static void AddWindows(List<TimelineSpan> spans, string row, PredictionWindows windows)
    {
        spans.Add(new TimelineSpan(row, windows.ObservationStart, windows.Cutoff, $"features, {Numbers.Days(windows.ObservationDays)}", ChartTheme.Muted));
        spans.Add(new TimelineSpan(row, windows.Cutoff, windows.OutcomeEnd, "outcome", "var(--segment-6)"));
    }
}
