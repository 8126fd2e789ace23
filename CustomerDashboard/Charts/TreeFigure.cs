using System.Globalization;
using System.Text.Json.Nodes;

namespace CustomerDashboard.Charts;

/// <summary>A decision tree drawn as boxes and branches, the root at the left, "yes" upwards: names have room, and three levels fit beside the options.</summary>
public static class TreeFigure
{
    private const int BoxWidth = 148;
    private const int LevelWidth = 184;
    private const int LeafHeight = 62;

    public static PlotlyFigure Create(TreeFigureNode root)
    {
        var placed = new List<(TreeFigureNode Node, double X, int Depth)>();
        var (edgeX, edgeY) = (new JsonArray(), new JsonArray());
        var annotations = new JsonArray();
        var leaves = 0;
        Place(root, 0, placed, edgeX, edgeY, annotations, ref leaves);

        var depth = placed.Max(node => node.Depth);
        var rows = new List<IReadOnlyList<string>>(placed.Count);
        Tabulate(root, "", rows);
        var (x, y, hover) = (new JsonArray(), new JsonArray(), new JsonArray());
        foreach (var (node, at, level) in placed)
        {
            x.Add(level);
            y.Add(-at);
            hover.Add($"<b>{node.Text}</b><br>{node.Detail}");
            annotations.Add((JsonNode)Box(node, at, level));
        }
        return new PlotlyFigure
        {
            Data =
            [
                new JsonObject { ["type"] = "scatter", ["mode"] = "lines", ["x"] = edgeX, ["y"] = edgeY, ["hoverinfo"] = "skip", ["line"] = new JsonObject { ["color"] = ChartTheme.Zero, ["width"] = 1.5 } },
                new JsonObject { ["type"] = "scatter", ["mode"] = "markers", ["x"] = x, ["y"] = y, ["text"] = hover, ["hovertemplate"] = "%{text}<extra></extra>", ["marker"] = new JsonObject { ["size"] = 48, ["opacity"] = 0 } },
            ],
            Layout = new JsonObject
            {
                ["xaxis"] = new JsonObject { ["visible"] = false, ["range"] = new JsonArray(-0.45, depth + 0.45) },
                ["yaxis"] = new JsonObject { ["visible"] = false, ["range"] = new JsonArray(-leaves + 0.4, 0.6) },
                ["showlegend"] = false,
                ["annotations"] = annotations,
                ["margin"] = new JsonObject { ["l"] = 0, ["r"] = 0, ["t"] = 0, ["b"] = 0 },
            },
            Height = 24 + (LeafHeight * leaves),
            MinWidth = LevelWidth * (depth + 1),
            Summary = $"A decision tree with {leaves} leaves on {depth} levels. It asks first: {Plain(root.Text)}.",
            Table = new ChartTable([new ChartColumn("Who", Numeric: false), new ChartColumn("Then", Numeric: false), new ChartColumn("Customers", Numeric: false)], rows),
        };
    }

    private static double Place(
        TreeFigureNode node, int depth, List<(TreeFigureNode Node, double X, int Depth)> placed, JsonArray edgeX, JsonArray edgeY, JsonArray annotations, ref int leaves)
    {
        if (node.Yes is null || node.No is null)
        {
            placed.Add((node, leaves, depth));
            return leaves++;
        }
        var yes = Place(node.Yes, depth + 1, placed, edgeX, edgeY, annotations, ref leaves);
        var no = Place(node.No, depth + 1, placed, edgeX, edgeY, annotations, ref leaves);
        var at = (yes + no) / 2;
        Branch(at, yes, depth, "yes", edgeX, edgeY, annotations);
        Branch(at, no, depth, "no", edgeX, edgeY, annotations);
        placed.Add((node, at, depth));
        return at;
    }

    private static void Branch(double from, double to, int depth, string word, JsonArray edgeX, JsonArray edgeY, JsonArray annotations)
    {
        foreach (var (x, y) in new (double?, double?)[] { (depth, -from), (depth + 0.5, -from), (depth + 0.5, -to), (depth + 1, -to), (null, null) })
        {
            edgeX.Add(x);
            edgeY.Add(y);
        }
        annotations.Add((JsonNode)new JsonObject
        {
            ["x"] = depth + 0.5,
            ["y"] = -to,
            ["text"] = word,
            ["showarrow"] = false,
            ["bgcolor"] = ChartTheme.Surface,
            ["borderpad"] = 2,
            ["font"] = new JsonObject { ["size"] = 12, ["color"] = ChartTheme.Text },
        });
    }

    private static JsonObject Box(TreeFigureNode node, double at, int depth)
    {
        var box = new JsonObject
        {
            ["x"] = depth,
            ["y"] = -at,
            ["showarrow"] = false,
            ["text"] = $"<b>{node.Text}</b><br>{node.Detail}",
            ["align"] = "center",
            ["bgcolor"] = node.Value is { } value
                ? string.Create(CultureInfo.InvariantCulture, $"var(--tree-{1 + (int)Math.Round(4 * Math.Clamp(value, 0, 1))})")
                : ChartTheme.Surface,
            ["bordercolor"] = ChartTheme.Zero,
            ["borderwidth"] = 1,
            ["borderpad"] = 4,
            ["width"] = BoxWidth - 12,
            ["font"] = new JsonObject { ["size"] = 12, ["color"] = ChartTheme.Strong },
        };
        return box;
    }

    private static void Tabulate(TreeFigureNode node, string path, List<IReadOnlyList<string>> rows)
    {
        if (node.Yes is null || node.No is null)
        {
            rows.Add([path.Length == 0 ? "all" : path, Plain(node.Text), Plain(node.Detail)]);
            return;
        }
        var joined = path.Length == 0 ? "" : path + " and ";
        Tabulate(node.Yes, $"{joined}{Plain(node.Text)}", rows);
        Tabulate(node.No, $"{joined}not ({Plain(node.Text)})", rows);
    }

    // Texts of boxes carry their line breaks.
    private static string Plain(string text) => text.Replace("<br>", " ", StringComparison.Ordinal);
}
