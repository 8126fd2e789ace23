using CustomerDashboard.Charts;
using CustomerDashboard.Core.Learning.Metrics;

namespace CustomerDashboard.Tests.Charts;

/// <summary>One figure of each builder of the Prediction page.</summary>
internal static class PredictionFigureSamples
{
    private static readonly DateTime[] Cutoffs = [new(2010, 12, 14), new(2011, 3, 14), new(2011, 6, 12), new(2011, 9, 10)];

    public static IReadOnlyDictionary<string, Func<PlotlyFigure>> All { get; } = new Dictionary<string, Func<PlotlyFigure>>
    {
        ["curves roc"] = () => ModelCurvesFigure.Roc(Curves, (0.2, 0.61), "threshold 50%"),
        ["curves precision-recall"] = () => ModelCurvesFigure.PrecisionRecall(Curves, 0.43),
        ["curves gain"] = () => ModelCurvesFigure.Gain(Curves),
        ["curves lift"] = () => ModelCurvesFigure.Lift(Curves),
        ["leaderboard"] = () => LeaderboardFigure.Create(
            [
                new("Forest of 300 trees", new(0.806), new(0.801), new(0.804, 0.79, 0.816), IsLeading: true), new("Logistic regression", new(0.81), null, new(0.805, 0.793, 0.817)),
                new("Last year's spend alone", null, new(0.78), new(0.783, 0.77, 0.795), IsBaseline: true),
            ],
            new ChartAxis("Tells apart (ROC-AUC)", Format: ".3f"), 0.783, "last year's spend alone"),
        ["leaderboard without forward"] = () => LeaderboardFigure.Create([new("Tree", new(0.7), new(0.71), null), new("Same of everyone", null, new(0.5), null, IsBaseline: true)], new ChartAxis("ROC-AUC")),
        ["profit"] = () => ProfitFigure.Create(
            ProfitCurve.Expect(Chances, new ProfitOptions { Margin = 20, ContactCost = 6, Budget = 1500 }), "GBP",
            ProfitCurve.Of(Chances.AsSpan(0, 200), [.. Enumerable.Range(0, 200).Select(i => i % 3 == 0)], new ProfitOptions { Margin = 20, ContactCost = 6, Budget = 1500 })),
        ["beeswarm"] = () => BeeswarmFigure.Create(
            [.. new[] { "Days since last purchase", "Orders in the last year" }.Select((name, f) => new BeeswarmFeature(
                name, [.. Enumerable.Range(0, 120).Select(i => Math.Sin(i * (f + 1)) / (f + 1))], [.. Enumerable.Range(0, 120).Select(i => i == 7 ? double.NaN : i / 119.0)], [.. Enumerable.Range(0, 120).Select(i => $"{i}")]))],
            [.. Enumerable.Range(0, 120).Select(i => $"C{i}")], new ChartAxis("Effect on the log-odds", Format: "+.2f")),
        ["partial dependence"] = () => PartialDependenceFigure.Create(
            [0, 30, 60, 90, 180, 360], [0.7, 0.62, 0.5, 0.44, 0.3, 0.2], [[0.8, 0.7, 0.6, 0.5, 0.4, 0.3], [0.5, 0.45, 0.4, 0.35, 0.2, 0.1]], [90, 60, 40, 30, 20, 10],
            new ChartAxis("Days since last purchase", "days"), new ChartAxis("Chance", Format: ".0%"), 45),
        ["predicted against actual"] = () => PredictedActualFigure.Create(
            [.. Enumerable.Range(0, 200).Select(i => (float)Math.Exp(i / 25.0))], [.. Enumerable.Range(0, 200).Select(i => i % 3 == 0 ? 0 : (float)Math.Exp((i + i % 7) / 26.0))], "Spend", "GBP"),
        ["score spread"] = () => ScoreSpreadFigure.Create(
            [.. Enumerable.Range(0, 500).Select(i => i / 500f)], [.. Enumerable.Range(0, 500).Select(i => i % 11 < i / 50)], 0.42, "bought again", "stayed away"),
        ["rolling origin"] = () => RollingOriginFigure.Create(
            Cutoffs, [new("Logistic regression", [0.79, 0.8, 0.81, 0.805], [0.77, 0.78, 0.79, 0.79], [0.81, 0.82, 0.83, 0.82]), new("Last year's spend alone", [0.76, 0.77, 0.78, 0.783], IsBaseline: true)],
            new ChartAxis("ROC-AUC", Format: ".3f")),
        ["calibration"] = () => CalibrationFigure.Create([new(400, 0.05, 0.09), new(400, 0.3, 0.36), new(380, 0.65, 0.78), new(20, 0.93, 1)]),
        ["waterfall of a chance"] = () => WaterfallFigure.Create(
            "All customers", 0.43, [new("12 orders", 0.18), new("41 days ago", -0.07)], "This customer", new ChartAxis("Chance", Format: ".0%"), value => $"{100 * value:0}%", risesAreBad: true),
    };

    private static double[] Chances => [.. Enumerable.Range(0, 400).Select(i => i / 400.0)];

    private static ModelCurve[] Curves =>
    [
        new("Last year's spend alone", [0, 0.2, 0.4, 1], [0, 0.5, 0.75, 1], 0.74, IsBaseline: true),
        new("Logistic regression", [0, 0.1, 0.2, 0.4, 0.6, 1], [0, 0.42, 0.61, 0.82, 0.93, 1], 0.781, IsLeading: true),
        new("Decision tree", [0, 0.12, 0.3, 0.5, 1], [0, 0.4, 0.68, 0.83, 1], 0.742),
    ];
}
