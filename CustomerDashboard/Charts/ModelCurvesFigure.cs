using System.Text.Json.Nodes;
using CustomerDashboard.Components.Controls;

namespace CustomerDashboard.Charts;

/// <summary>The same curve of every model in one chart, the leading model above the others and the baselines behind them.</summary>
public static class ModelCurvesFigure
{
    // A curve over thousands of customers has more corners than can be seen.
    private const double SmallestStep = 0.004;

    // Where the table reads each curve.
    private static readonly double[] Told = [0.1, 0.2, 0.5];

    private static readonly string[] BaselineDashes = ["dash", "dot", "dashdot", "longdash"];

    /// <summary>Found against named in vain.</summary>
    public static PlotlyFigure Roc(IReadOnlyList<ModelCurve> curves, (double X, double Y)? point = null, string? pointText = null) => Create(
        curves, new ModelCurveWords("Named in vain (false positive rate)", "Found (true positive rate)", "Named in vain", "Found", "AUC"),
        ("guessing", 0, 1), point, pointText);

    /// <summary>How many of those named are right, against how many of all are found.</summary>
    /// <param name="curves">One for each model.</param>
    /// <param name="positives">The share of yes among all: what naming at random gives.</param>
    /// <param name="point">The threshold in use.</param>
    /// <param name="pointText">Its name.</param>
    public static PlotlyFigure PrecisionRecall(IReadOnlyList<ModelCurve> curves, double positives, (double X, double Y)? point = null, string? pointText = null) => Create(
        curves, new ModelCurveWords("Found (recall)", "Right among those named (precision)", "Found", "Right among those named", "PR-AUC"),
        ("guessing", positives, positives), point, pointText);

    /// <summary>How much of all yes the best-ranked share of customers holds.</summary>
    public static PlotlyFigure Gain(IReadOnlyList<ModelCurve> curves) => Create(
        curves, new ModelCurveWords("Customers contacted, best first", "Found of all there are (gain)", "Contacted", "Found", "Found in the first 20%"), ("at random", 0, 1), null, null);

    /// <summary>How many times as many are found as by contacting at random.</summary>
    public static PlotlyFigure Lift(IReadOnlyList<ModelCurve> curves)
    {
        var figure = Create(
            curves, new ModelCurveWords("Customers contacted, best first", "Times as many as at random (lift)", "Contacted", "Lift", "Lift in the first 20%", ".2f"), ("at random", 1, 1), null, null);
        var yAxis = figure.Layout["yaxis"]!.AsObject();
        yAxis.Remove("range");
        yAxis["rangemode"] = "tozero";
        return figure;
    }

    private static PlotlyFigure Create(
        IReadOnlyList<ModelCurve> curves, ModelCurveWords words, (string Name, double From, double To) chance, (double X, double Y)? point, string? pointText)
    {
        ArgumentNullException.ThrowIfNull(curves);
        var data = new List<JsonObject>
        {
            new()
            {
                ["type"] = "scatter", ["mode"] = "lines", ["name"] = char.ToUpperInvariant(chance.Name[0]) + chance.Name[1..], ["x"] = new JsonArray(0, 1), ["y"] = new JsonArray(chance.From, chance.To),
                ["hoverinfo"] = "skip", ["line"] = new JsonObject { ["color"] = ChartTheme.Zero, ["dash"] = "dot", ["width"] = 1 },
            },
        };
        // Baselines lie behind, the leading model above; the legend keeps the order of the table.
        var order = curves.Select((curve, rank) => (curve, rank)).OrderBy(item => item.curve.IsLeading ? 2 : item.curve.IsBaseline ? 0 : 1).ToList();
        var (colour, baseline) = (1, 0);
        foreach (var (curve, rank) in order)
        {
            if (curve.X.Count != curve.Y.Count)
                throw new ArgumentException($"The curve of '{curve.Name}' has {curve.X.Count} positions and {curve.Y.Count} values.", nameof(curves));
            var (x, y) = Thinned(curve);
            data.Add(new JsonObject
            {
                ["type"] = "scatter",
                ["mode"] = "lines",
                ["name"] = curve.Name,
                ["legendrank"] = 1000 + rank,
                ["x"] = ChartTheme.Values([.. x]),
                ["y"] = ChartTheme.Values([.. y]),
                ["line"] = curve.IsLeading
                    ? new JsonObject { ["color"] = ChartTheme.Main, ["width"] = 3 }
                    : curve.IsBaseline
                        ? new JsonObject { ["color"] = ChartTheme.Zero, ["width"] = 1.5, ["dash"] = BaselineDashes[baseline++ % BaselineDashes.Length] }
                        : new JsonObject { ["color"] = SegmentPalette.Token(colour++), ["width"] = 1.5 },
                ["hovertemplate"] = $"<b>{curve.Name}</b><br>{words.YShort}: %{{y:{(words.YFormat == ".0%" ? ".1%" : words.YFormat)}}}<br>{words.XShort}: %{{x:.1%}}<br>{words.Measure}: {Said(curve.Measure)}<extra></extra>",
            });
        }

        var layout = new JsonObject
        {
            ["xaxis"] = Share(words.X, ".0%"),
            ["yaxis"] = Share(words.Y, words.YFormat),
            ["showlegend"] = true,
            ["hovermode"] = "closest",
            ["legend"] = new JsonObject { ["yref"] = "container", ["y"] = 0, ["yanchor"] = "bottom", ["x"] = 0 },
        };
        if (point is { } chosen) AddPoint(data, layout, chosen, pointText ?? "chosen", words);
        return new PlotlyFigure
        {
            Data = data,
            Layout = layout,
            Height = 520,
            Summary = $"{words.Measure}: " + string.Join(", ", curves.Select(curve => $"{curve.Name} {Said(curve.Measure)}")) + ".",
            Table = new ChartTable(
                [new ChartColumn("Model", Numeric: false), new ChartColumn(words.Measure), .. Told.Select(at => new ChartColumn($"{words.YShort} at {Numbers.Percent(at)} {words.XShort.ToLowerInvariant()}"))],
                [.. curves.Select(curve => (IReadOnlyList<string>)[curve.Name, Said(curve.Measure), .. Told.Select(at => words.YFormat == ".0%" ? Numbers.Percent(At(curve, at)) : Numbers.Fixed(At(curve, at), 2))])]),
        };
    }

    private static void AddPoint(List<JsonObject> data, JsonObject layout, (double X, double Y) point, string text, ModelCurveWords words)
    {
        data.Add(new JsonObject
        {
            ["type"] = "scatter",
            ["mode"] = "markers",
            ["showlegend"] = false,
            ["name"] = text,
            ["x"] = new JsonArray(point.X),
            ["y"] = new JsonArray(point.Y),
            ["marker"] = new JsonObject { ["color"] = ChartTheme.Mark, ["size"] = 11, ["line"] = new JsonObject { ["color"] = ChartTheme.Surface, ["width"] = 2 } },
            ["hovertemplate"] = $"<b>{text}</b><br>{words.YShort}: %{{y:.1%}}<br>{words.XShort}: %{{x:.1%}}<extra></extra>",
        });
        ChartTheme.Append(layout, "annotations", new JsonObject
        {
            ["x"] = point.X,
            ["y"] = point.Y,
            ["text"] = text,
            ["showarrow"] = false,
            ["xanchor"] = point.X > 0.6 ? "right" : "left",
            ["xshift"] = point.X > 0.6 ? -12 : 12,
            ["yshift"] = -12,
            ["font"] = new JsonObject { ["color"] = ChartTheme.Strong, ["size"] = 12, ["weight"] = 600 },
        });
    }

    private static JsonObject Share(string title, string format) =>
        new() { ["title"] = title, ["tickformat"] = format, ["range"] = new JsonArray(-0.01, 1.02), ["zeroline"] = false };

    private static string Said(double measure) => Numbers.Measure(measure);

    private static (List<double> X, List<double> Y) Thinned(ModelCurve curve)
    {
        var (x, y) = (new List<double>(), new List<double>());
        for (var i = 0; i < curve.X.Count; i++)
        {
            if (x.Count == 0 || i == curve.X.Count - 1 || Math.Abs(curve.X[i] - x[^1]) + Math.Abs(curve.Y[i] - y[^1]) >= SmallestStep)
            {
                x.Add(curve.X[i]);
                y.Add(curve.Y[i]);
            }
        }

        return (x, y);
    }

    // Between two corners the curve is straight.
    private static double At(ModelCurve curve, double x)
    {
        for (var i = 0; i < curve.X.Count; i++)
        {
            if (curve.X[i] < x) continue;
            if (i == 0 || curve.X[i] == x || curve.X[i] == curve.X[i - 1]) return curve.Y[i];
            var part = (x - curve.X[i - 1]) / (curve.X[i] - curve.X[i - 1]);
            return curve.Y[i - 1] + (part * (curve.Y[i] - curve.Y[i - 1]));
        }

        return curve.Y.Count == 0 ? double.NaN : curve.Y[^1];
    }
}
