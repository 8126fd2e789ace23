using System.Text.Json.Nodes;
using CustomerDashboard.Components.Controls;

namespace CustomerDashboard.Charts;

/// <summary>What was foretold against what came, one dot per customer; on the diagonal both are the same. Zero has its own place below one.</summary>
public static class PredictedActualFigure
{
    // On a log scale zero has no place; it stands one step below one.
    private const double Floor = 0.5;

    /// <param name="predicted">What was foretold.</param>
    /// <param name="actual">What came.</param>
    /// <param name="quantity">The quantity, such as "Spend".</param>
    /// <param name="unit">Its unit or currency.</param>
    /// <param name="log">Whether both axes are logarithmic.</param>
    public static PlotlyFigure Create(ReadOnlySpan<float> predicted, ReadOnlySpan<float> actual, string quantity, string unit, bool log = true)
    {
        if (predicted.Length != actual.Length) throw new ArgumentException($"There are {predicted.Length} forecasts for {actual.Length} customers.", nameof(actual));
        var (x, y) = (new float[predicted.Length], new float[actual.Length]);
        var (low, high, none, noneForetold) = (double.PositiveInfinity, 1.0, 0, 0);
        for (var i = 0; i < x.Length; i++)
        {
            x[i] = log ? (float)Math.Max(Floor, predicted[i]) : predicted[i];
            y[i] = log ? (float)Math.Max(Floor, actual[i]) : actual[i];
            low = Math.Min(low, Math.Min(x[i], y[i]));
            high = Math.Max(high, Math.Max(x[i], y[i]));
            none += actual[i] <= 0 ? 1 : 0;
            noneForetold += predicted[i] <= 0 ? 1 : 0;
        }

        if (!double.IsFinite(low)) low = 0;
        var layout = new JsonObject { ["xaxis"] = Axis($"{quantity} foretold"), ["yaxis"] = Axis($"{quantity} that came"), ["showlegend"] = false, ["hovermode"] = "closest" };
        return new PlotlyFigure
        {
            Data =
            [
                new JsonObject
                {
                    ["type"] = "scattergl", ["mode"] = "markers", ["x"] = PlotlyArray.Create(x), ["y"] = PlotlyArray.Create(y),
                    ["marker"] = new JsonObject { ["color"] = ChartTheme.Main, ["size"] = 5, ["opacity"] = ChartTheme.PointOpacity },
                    ["hovertemplate"] = $"Foretold: {unit} %{{x:,.2f}}<br>Came: {unit} %{{y:,.2f}}<extra></extra>",
                },
                new JsonObject
                {
                    ["type"] = "scatter", ["mode"] = "lines", ["x"] = new JsonArray(low, high), ["y"] = new JsonArray(low, high), ["hoverinfo"] = "skip",
                    ["line"] = new JsonObject { ["color"] = ChartTheme.Mark, ["width"] = 1.5, ["dash"] = "dot" },
                },
            ],
            Layout = layout,
            Height = 420,
            Summary = $"{Numbers.Counted(x.Length, "customer")}; {Numbers.Count(none)} of them came to nothing, which was foretold exactly for {Numbers.Count(noneForetold)}.",
            Table = Groups(predicted, actual, quantity),
        };

        JsonObject Axis(string title)
        {
            var axis = ChartTheme.Axis(new ChartAxis(title, unit, log ? ",.0f" : ",.2~s", log));
            if (log)
            {
                axis["tickvals"] = new JsonArray(Floor, 1, 10, 100, 1_000, 10_000, 100_000, 1_000_000);
                axis["ticktext"] = new JsonArray("0", "1", "10", "100", "1k", "10k", "100k", "1M");
            }

            return axis;
        }
    }

    private static ChartTable Groups(ReadOnlySpan<float> predicted, ReadOnlySpan<float> actual, string quantity)
    {
        var order = new int[predicted.Length];
        for (var i = 0; i < order.Length; i++) order[i] = i;
        float[] keys = predicted.ToArray();
        Array.Sort(keys, order);
        var rows = new List<IReadOnlyList<string>>();
        for (var group = 9; group >= 0; group--)
        {
            var (from, to) = ((int)((long)group * order.Length / 10), (int)((long)(group + 1) * order.Length / 10));
            if (to <= from) continue;
            var (foretold, came) = (0.0, 0.0);
            for (var i = from; i < to; i++) (foretold, came) = (foretold + predicted[order[i]], came + actual[order[i]]);
            rows.Add([$"Tenth {10 - group} by forecast", Numbers.Count(to - from), Numbers.MoneyExact(foretold / (to - from), null), Numbers.MoneyExact(came / (to - from), null)]);
        }

        return new ChartTable([new ChartColumn("Customers", Numeric: false), new ChartColumn("How many"), new ChartColumn($"Mean {quantity.ToLowerInvariant()} foretold"), new ChartColumn($"Mean {quantity.ToLowerInvariant()} that came")], rows);
    }
}
