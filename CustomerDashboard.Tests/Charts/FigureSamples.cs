using CustomerDashboard.Charts;
using CustomerDashboard.Core.Baskets;
using CustomerDashboard.Core.Baskets.Network;
using CustomerDashboard.Core.LifetimeValue;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Tests.Charts;

/// <summary>One figure of each builder, of the shape the pages give them.</summary>
internal static class FigureSamples
{
    private static readonly double[] Ks = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
    private static readonly string[] Segments = ["Champions", "Loyal", "At risk", "One-time buyers"];

    public static IReadOnlyDictionary<string, Func<PlotlyFigure>> All { get; } = new Dictionary<string, Func<PlotlyFigure>>(SegmentFigureSamples.All.Concat(PredictionFigureSamples.All).Concat(BasketFigureSamples.All))
    {
        ["line"] = () => LineFigure.Create(Ks, [new("Spread within segments", [9800, 6400, 4700, 4100, 3700, 3400, 3150, 2950, 2800, 2680, 2590])],
            new("Number of segments", "k"), new("Spread within segments", Format: ",.3~s"), marked: 4, markedText: "knee at k = 4"),
        ["lines"] = () => LineFigure.Create(Ks, [
            new("This year", [3, 4, 5, 6, 5, 4, 5, 6, 7, 8, 9]), new("Last year", [2, 3, 4, 4, 4, 3, 4, 5, 5, 6, double.NaN], ChartTheme.Muted, Dashed: true)],
            new("Month"), new("Revenue", "GBP", ",.0f", FromZero: true)),
        ["bars"] = () => BarFigure.Create(Segments, [717, 1450, 1820, 1891], new("Customers", Format: ",.0f"), [.. Segments.Select((_, i) => SegmentPalette.Token(i))], notes: ["12 %", "25 %", "31 %", "32 %"]),
        ["columns"] = () => BarFigure.Create(["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"], [120, 140, 133, 150, 98, 0, 60], new("Orders"), horizontal: false),
        ["coefficients"] = () => BarFigure.Create(["Recency", "Frequency", "Monetary value"], [-0.82, 1.31, 0.24], new("Effect on the odds")),
        ["waterfall"] = () => WaterfallFigure.Create("Lines read", 1_067_371,
            [new("Missing customer", -243_007), new("Exact duplicates", -26_479), new("Cancellations", -18_390), new("Non-positive price", 0)], "Lines kept", new("Lines", Format: ",.3~s")),
        ["profile"] = () => HeatmapFigure.Create(Segments, ["Recency", "Frequency", "Monetary value", "Basket value", "Tenure"],
            [[-0.9, 1.8, 1.9, 0.4, 0.8], [-0.2, 0.4, 0.3, 0.1, 0.5], [0.8, -0.3, -0.2, 0, 0.2], [0.4, -0.9, -0.9, -0.3, -1.1]], HeatmapScale.Diverging, "Standard deviations from average"),
        ["confusion"] = () => HeatmapFigure.Create(["Bought", "Did not"], ["Predicted to buy", "Predicted not to"], [[812, 240], [310, 1630]], HeatmapScale.Sequential, "Customers", xTitle: "What the model said", yTitle: "What happened"),
        ["scatter"] = () => Points(solid: false),
        ["scatter3d"] = () => Points(solid: true),
        ["sankey"] = () => SankeyFigure.Create("3 segments", ["Champions", "Regulars", "One-time buyers"], "4 segments", Segments, [[700, 120, 10, 0], [17, 1300, 500, 30], [0, 30, 1310, 1861]]),
        ["timeline"] = () => TimelineFigure.Create([
            new("What the models see", new(2009, 12, 1), new(2011, 9, 10), "21 months of purchases", ChartTheme.Main),
            new("What is predicted", new(2011, 9, 10), new(2011, 12, 9), "90 days", "var(--segment-2)")], [new(new DateTime(2011, 9, 10), "cut-off 10 Sep 2011")]),
        ["lifetime tracking"] = () => LifetimeFigures.Tracking(Race()),
        ["lifetime bands"] = () => LifetimeFigures.Bands(Race()),
        ["lifetime grid"] = () => LifetimeFigures.Grid(new HistoryGrid([0, 1, 4], [0, 100], 100, 90, new Matrix(3, 2, [.1, .1, .2, .6, .1, 2.5]), new Matrix(3, 2, [1, 1, .4, .9, .1, .99])), alive: true),
        ["network"] = () => NetworkFigure.Create(Network(), NodeMeasure.All[0], "products"),
        ["neighbourhood"] = () => NetworkFigure.Create(Network(), NodeMeasure.All[1], "products", chosen: 0),
        ["tree"] = () => TreeFigure.Create(new("Recency ≤ 93 days", "4,900 customers", 0.43,
            new("Frequency ≥ 5", "2,100 customers", 0.68, new("81 % buy again", "900 customers", 0.81), new("58 % buy again", "1,200 customers", 0.58)),
            new("Tenure ≥ 300 days", "2,800 customers", 0.24, new("33 % buy again", "1,100 customers", 0.33), new("18 % buy again", "1,700 customers", 0.18)))),
    };

    private static HoldoutRace Race() => new()
    {
        Cutoff = new(2011, 9, 10),
        End = new(2011, 9, 24),
        Customers = 300,
        ActualPurchases = 80,
        Verdict = "",
        Contenders = [new("BG/NBD", .5, .8, 75, .6, .1, []), new("Run-rate", .6, .9, 90, .5, 0, [])],
        Weeks = [.. Enumerable.Range(0, 12).Select(week => new TrackingWeek(new DateOnly(2011, 7, 8).AddDays(7 * week), week >= 10, 30 + (week * week % 7), 30 + week, 31 + week))],
        Bands = [new(0, 0, 100, .1, [.2, 0]), new(1, 3, 150, .6, [.5, .7]), new(4, null, 50, 2, [1.8, 2.6])],
    };

    private static LinkNetwork Network()
    {
        int[][] baskets = [.. Enumerable.Range(0, 90).Select(i => new[] { i % 3 * 10, (i % 3 * 10) + 1 + (i % 7), (i % 3 * 10) + 2 + (i % 5), i % 9 == 0 ? 0 : 1 + (i % 3 * 10) })];
        return ProductNetworkAnalysis.Run(BasketTable.Of(baskets, [.. Enumerable.Range(0, 30).Select(product => $"PRODUCT {product}")]), new ProductNetworkOptions { MinimumBaskets = 2 }).Network!;
    }

    private static PlotlyFigure Points(bool solid)
    {
        const int Count = 3000;
        var random = new Random(7);
        var (x, y, z, groups, hover) = (new float[Count], new float[Count], new float[Count], new int[Count], new string[Count]);
        for (var i = 0; i < Count; i++)
        {
            groups[i] = i % 5 - 1;
            x[i] = (float)(groups[i] * 1.4 + random.NextDouble() * 2);
            y[i] = (float)(Math.Sin(groups[i]) * 2 + random.NextDouble() * 2);
            z[i] = (float)random.NextDouble();
            hover[i] = $"Customer {12000 + i}";
        }
        return solid
            ? ScatterFigure.Create3D(x, y, z, groups, Segments, hover, new("Component 1"), new("Component 2"), new("Component 3"))
            : ScatterFigure.Create(x, y, groups, Segments, hover, new("Component 1", "62 % of variance"), new("Component 2", "24 % of variance"));
    }
}
