using System.Text.Json.Nodes;
using CustomerDashboard.Components.Controls;
using CustomerDashboard.Core.Baskets.Network;
using CustomerDashboard.Core.Learning.Graphs;

namespace CustomerDashboard.Charts;

/// <summary>A network as lines and dots: dots sized by a measure, coloured by community, the most important named. Drawn by the graphics card.</summary>
public static class NetworkFigure
{
    private const int Coloured = 10;
    private const int SmallestColoured = 3;
    private const int MostNames = 16;
    private const int LongestName = 24;
    private const double LeastSize = 5;
    private const double MoreSize = 25;
    private const int NarrowestDrawing = 680;
    private const int Height = 720;

    // Capitals of 12 px, as most catalogues write them; what the margins and the legend leave of the height.
    private const double LetterWidth = 8.4;
    private const double LineHeight = 22;
    private const int DrawnHeight = 520;
    private const double DrawnWidth = NarrowestDrawing / 1.24;

    /// <param name="network">The network; where each node lies was computed with it.</param>
    /// <param name="measure">What the size of a dot stands for.</param>
    /// <param name="things">What the dots are: "products" or "customers".</param>
    /// <param name="chosen">The node whose neighbourhood is lit up; -1 for none.</param>
    public static PlotlyFigure Create(LinkNetwork network, NodeMeasure measure, string things, int chosen = -1)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(measure);
        var most = Math.Max(1e-12, network.Nodes.Max(measure.Value));
        var drawing = new Traces(network, node => LeastSize + MoreSize * Math.Sqrt(measure.Value(node) / most), Hover(network, measure, things));
        bool[]? lit = chosen < 0 ? null : Neighbourhood(network, chosen);
        if (lit is null)
        {
            for (var slot = -1; slot < Coloured; slot++) drawing.AddLinks(link => SlotOfLink(network, link) == slot, SlotToken(slot), slot < 0 ? 0.13 : 0.2, 0.8);
            drawing.AddNodes(node => Slot(network, node) < 0, -1, "Smaller communities", 0.75);
            for (var slot = 0; slot < Coloured && slot < network.Communities.Count; slot++)
            {
                var of = slot;
                if (network.Communities[slot].Size >= SmallestColoured) drawing.AddNodes(node => Slot(network, node) == of, slot, Short(network.Communities[slot].Name, 30), 0.9);
            }
        }
        else
        {
            drawing.AddNodes(node => !lit[node], -1, "Not linked with it", 0.16);
            drawing.AddLinks(link => lit[link.From] && lit[link.To] && link.From != chosen && link.To != chosen, SlotToken(-1), 0.25, 0.8);
            drawing.AddLinks(link => link.From == chosen || link.To == chosen, ChartTheme.Mark, 0.7, 1.4);
            for (var slot = -1; slot < Coloured && slot < network.Communities.Count; slot++)
            {
                var of = slot;
                drawing.AddNodes(node => lit[node] && Slot(network, node) == of, slot, slot < 0 ? "Smaller communities" : Short(network.Communities[slot].Name, 30), 0.95);
            }
        }
        return new PlotlyFigure
        {
            Data = drawing.Data,
            PointRows = drawing.Rows,
            Layout = Layout(network, Names(network, measure, lit, chosen), node => LeastSize + MoreSize * Math.Sqrt(measure.Value(node) / most)),
            // The tool bar has the buttons that zoom; the wheel goes on scrolling the page.
            Config = new JsonObject { ["displayModeBar"] = true, ["modeBarButtonsToRemove"] = new JsonArray("toImage", "sendChartToCloud", "select2d", "lasso2d", "autoScale2d", "zoom2d", "pan2d") },
            Height = Height,
            MinWidth = NarrowestDrawing,
            Summary = chosen < 0
                ? $"{NetworkWords.Answer(network, things)} {NetworkWords.Hubs(network, things)} {NetworkWords.Bridges(network, things)}"
                : NetworkWords.Node(network, chosen, things),
            Table = Table(network, measure, things, lit),
        };
    }

    /// <summary>The colour of a node's community, -1 for the small ones, which share a grey.</summary>
    public static int Slot(LinkNetwork network, int node)
    {
        ArgumentNullException.ThrowIfNull(network);
        var community = network.Communities[network.Nodes[node].Community];
        return community.Index < Coloured && community.Size >= SmallestColoured ? community.Index : -1;
    }

    /// <summary>The colour of a community.</summary>
    public static int Slot(NetworkCommunity community)
    {
        ArgumentNullException.ThrowIfNull(community);
        return community.Index < Coloured && community.Size >= SmallestColoured ? community.Index : -1;
    }

    private static int SlotOfLink(LinkNetwork network, NetworkLink link)
    {
        var slot = Slot(network, link.From);
        return slot == Slot(network, link.To) ? slot : -1;
    }

    private static string SlotToken(int slot) => slot < 0 ? ChartTheme.Muted : SegmentPalette.Token(slot);

    private static bool[] Neighbourhood(LinkNetwork network, int chosen)
    {
        var lit = new bool[network.Nodes.Count];
        lit[chosen] = true;
        foreach (var neighbour in network.Graph.Neighbours(chosen)) lit[neighbour] = true;
        return lit;
    }

    private static List<int> Names(LinkNetwork network, NodeMeasure measure, bool[]? lit, int chosen)
    {
        var drawn = Enumerable.Range(0, network.Nodes.Count).Where(node => float.IsFinite(network.Nodes[node].X) && lit?[node] != false).ToArray();
        var layout = new GraphLayout([.. drawn.Select(node => network.Nodes[node].X)], [.. drawn.Select(node => network.Nodes[node].Y)]);
        double[] importance = [.. drawn.Select(node => node == chosen ? double.MaxValue : measure.Value(network.Nodes[node]))];
        int[] letters = [.. drawn.Select(node => Short(network.Nodes[node].Name, LongestName).Length)];
        return [.. LabelPlacement.Choose(layout, importance, letters, DrawnWidth / LetterWidth, DrawnHeight / LineHeight, MostNames).Select(place => drawn[place])];
    }

    private static Func<NetworkNode, string> Hover(LinkNetwork network, NodeMeasure measure, string things) => node =>
        $"<b>{node.Name}</b><br>{(node.Name == node.Code ? "" : node.Code + "<br>")}{Numbers.Counted(node.Degree, "link")}, " +
        (things == "products" ? $"in {Numbers.Counted(node.Occurrences, "basket")}" : $"{Numbers.Counted(node.Occurrences, "product")}") +
        (measure.Id == "degree" ? "" : $"<br>{measure.Name} ({measure.Term}): {measure.Format(measure.Value(node))}") +
        $"<br>Community: {Short(network.Communities[node.Community].Name, 44)}";

    private static string Short(string name, int letters) => name.Length <= letters ? name : name[..(letters - 1)].TrimEnd() + "…";

    private static JsonObject Layout(LinkNetwork network, List<int> named, Func<NetworkNode, double> size)
    {
        JsonObject Axis(double beside) => new() { ["visible"] = false, ["range"] = new JsonArray(-beside, 1 + beside), ["fixedrange"] = false };
        var layout = new JsonObject
        {
            // Room for the names of what lies at the sides.
            ["xaxis"] = Axis(0.12),
            ["yaxis"] = Axis(0.04),
            ["dragmode"] = "pan",
            ["showlegend"] = true,
            ["legend"] = new JsonObject { ["itemsizing"] = "constant", ["y"] = -0.02, ["yanchor"] = "top" },
            ["margin"] = new JsonObject { ["l"] = 0, ["r"] = 0, ["t"] = 28, ["b"] = 0 },
        };
        // Names on a ground of their own can be read over any crowd of dots; the least important first, so that the others lie above.
        foreach (var node in Enumerable.Reverse(named))
        {
            ChartTheme.Append(layout, "annotations", new JsonObject
            {
                ["x"] = network.Nodes[node].X,
                ["y"] = network.Nodes[node].Y,
                ["text"] = Short(network.Nodes[node].Name, LongestName),
                ["showarrow"] = false,
                ["yanchor"] = "bottom",
                ["yshift"] = Math.Round(size(network.Nodes[node]) / 2),
                ["bgcolor"] = ChartTheme.Surface,
                ["opacity"] = 0.86,
                ["borderpad"] = 1,
                ["font"] = new JsonObject { ["size"] = 12, ["color"] = ChartTheme.Strong },
            });
        }
        return layout;
    }

    private static ChartTable Table(LinkNetwork network, NodeMeasure measure, string things, bool[]? lit) => new(
        [new ChartColumn(things == "products" ? "Product" : "Customer", Numeric: false), new ChartColumn("Links"), new ChartColumn($"{measure.Name} ({measure.Term})"), new ChartColumn("Community", Numeric: false)],
        [.. network.Nodes.Select((node, i) => (node, i)).Where(pair => lit?[pair.i] != false)
            .OrderByDescending(pair => measure.Value(pair.node)).ThenBy(pair => pair.node.Code, StringComparer.Ordinal).Take(100)
            .Select(pair => (IReadOnlyList<string>)[pair.node.Name, Numbers.Count(pair.node.Degree), measure.Format(measure.Value(pair.node)), Short(network.Communities[pair.node.Community].Name, 44)])]);

    /// <summary>The traces as they come, each with the nodes behind its points.</summary>
    private sealed class Traces(LinkNetwork network, Func<NetworkNode, double> size, Func<NetworkNode, string> hover)
    {
        public List<JsonObject> Data { get; } = [];

        public List<int[]> Rows { get; } = [];

        public void AddLinks(Func<NetworkLink, bool> choose, string colour, double opacity, double width)
        {
            var (x, y) = (new List<float>(), new List<float>());
            foreach (var link in network.Links)
            {
                var (from, to) = (network.Nodes[link.From], network.Nodes[link.To]);
                if (!choose(link) || !float.IsFinite(from.X) || !float.IsFinite(to.X)) continue;
                x.AddRange([from.X, to.X, float.NaN]);
                y.AddRange([from.Y, to.Y, float.NaN]);
            }
            if (x.Count == 0) return;
            Data.Add(new JsonObject
            {
                ["type"] = "scattergl",
                ["mode"] = "lines",
                ["x"] = PlotlyArray.Create([.. x]),
                ["y"] = PlotlyArray.Create([.. y]),
                ["line"] = new JsonObject { ["color"] = colour, ["width"] = width },
                ["opacity"] = opacity,
                ["hoverinfo"] = "skip",
                ["showlegend"] = false,
            });
            Rows.Add([]);
        }

        public void AddNodes(Func<int, bool> choose, int slot, string name, double opacity)
        {
            int[] nodes = [.. Enumerable.Range(0, network.Nodes.Count).Where(node => float.IsFinite(network.Nodes[node].X) && choose(node))];
            if (nodes.Length == 0) return;
            Data.Add(new JsonObject
            {
                ["type"] = "scattergl",
                ["mode"] = "markers",
                ["name"] = name,
                ["x"] = PlotlyArray.Create([.. nodes.Select(node => network.Nodes[node].X)]),
                ["y"] = PlotlyArray.Create([.. nodes.Select(node => network.Nodes[node].Y)]),
                ["text"] = ChartTheme.Strings(nodes.Select(node => hover(network.Nodes[node]))),
                ["marker"] = new JsonObject
                {
                    ["color"] = SegmentPalette.Token(slot),
                    ["size"] = PlotlyArray.Create([.. nodes.Select(node => (float)size(network.Nodes[node]))]),
                    ["opacity"] = opacity,
                    ["line"] = new JsonObject { ["width"] = 0 },
                },
                ["hovertemplate"] = "%{text}<extra></extra>",
            });
            Rows.Add(nodes);
        }
    }
}
