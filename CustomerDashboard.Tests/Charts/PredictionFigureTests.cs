using System.Globalization;
using CustomerDashboard.Charts;
using CustomerDashboard.Core.Learning.Metrics;

namespace CustomerDashboard.Tests.Charts;

public sealed class PredictionFigureTests : IDisposable
{
    private readonly CultureInfo before = CultureInfo.CurrentCulture;

    public PredictionFigureTests() => CultureInfo.CurrentCulture = new CultureInfo("en-GB");

    public void Dispose() => CultureInfo.CurrentCulture = before;

    [Fact]
    public void The_leading_model_lies_above_the_others_and_the_legend_keeps_the_order_of_the_table()
    {
        var figure = PredictionFigureSamples.All["curves roc"]();
        Assert.Equal(["Guessing", "Last year's spend alone", "Decision tree", "Logistic regression", "threshold 50%"], figure.Data.Select(trace => trace["name"]!.GetValue<string>()));
        Assert.Equal(3, figure.Data[3]["line"]!["width"]!.GetValue<int>());
        Assert.Equal([1000, 1002, 1001], figure.Data.Skip(1).Take(3).Select(trace => trace["legendrank"]!.GetValue<int>()));
        // Between the corners (0.1, 0.42) and (0.2, 0.61) the table reads the curve itself.
        Assert.Equal(["Logistic regression", "0.781", "42%", "61%", "88%"], figure.Table!.Rows[1]);
    }

    [Fact]
    public void A_curve_with_thousands_of_corners_is_thinned_and_keeps_its_ends()
    {
        double[] x = [.. Enumerable.Range(0, 10_001).Select(i => i / 10_000.0)];
        var trace = ModelCurvesFigure.Gain([new("a", x, x, 1)]).Data[1];
        Assert.InRange(trace["x"]!.AsArray().Count, 400, 600);
        Assert.Equal(0.0, trace["x"]![0]!.GetValue<double>());
        Assert.Equal(1.0, trace["x"]!.AsArray()[^1]!.GetValue<double>());
    }

    [Fact]
    public void Only_later_data_carry_an_interval_on_the_leaderboard()
    {
        var figure = PredictionFigureSamples.All["leaderboard"]();
        Assert.Equal([false, false, true], figure.Data.Select(trace => trace.ContainsKey("error_x")));
        Assert.Equal(0.012, figure.Data[2]["error_x"]!["array"]![0]!.GetValue<double>(), 9);
        Assert.Equal("var(--chart-zero)", figure.Data[2]["marker"]!["color"]![2]!.GetValue<string>());
        Assert.Equal(["Logistic regression", "0.805", "0.793 to 0.817", "–", "0.810"], figure.Table!.Rows[1]);
    }

    [Fact]
    public void The_best_number_to_contact_is_marked_and_what_the_budget_cannot_pay_is_shaded()
    {
        // A yes brings 14, a no costs 6: contacting pays from 0.3 on, 280 of the 400; the budget of 1,500 pays for 250.
        var figure = PredictionFigureSamples.All["profit"]();
        Assert.Equal("audience of 250", figure.Layout["annotations"]![0]!["text"]!.GetValue<string>());
        Assert.Equal(250, figure.Layout["shapes"]![1]!["x0"]!.GetValue<int>());
        // The 200 tested customers are stretched to the 400 who could be contacted.
        Assert.Equal(400.0, figure.Data[1]["x"]!.AsArray()[^1]!.GetValue<double>());
    }

    [Fact]
    public void Foretold_and_came_are_summed_up_by_tenths_of_the_forecast()
    {
        float[] values = [.. Enumerable.Range(1, 100).Select(i => (float)i)];
        var table = PredictedActualFigure.Create(values, values, "Spend", "GBP").Table!;
        Assert.Equal(10, table.Rows.Count);
        Assert.Equal(["Tenth 1 by forecast", "10", "95.50", "95.50"], table.Rows[0]);
    }

    [Fact]
    public void The_spread_of_chances_counts_each_customer_once()
    {
        var figure = ScoreSpreadFigure.Create([0, 0.01f, 0.5f, 1], [false, true, true, true], 0.5, "bought again", "stayed away");
        Assert.Equal(3, figure.Data[0]["y"]!.AsArray().Sum(value => value!.GetValue<double>()));
        Assert.Equal(1, figure.Data[1]["y"]!.AsArray().Sum(value => value!.GetValue<double>()));
        Assert.Equal(["0% to 4%", "1", "1", "50%"], figure.Table!.Rows[0]);
    }

    [Fact]
    public void A_group_that_always_came_true_keeps_an_interval_below_certainty()
    {
        // Wilson's interval of 20 out of 20.
        var row = CalibrationFigure.Create([new CalibrationBin(20, 0.93, 1)]).Table!.Rows[0];
        Assert.Equal(["93%", "100%", "84% to 100%", "20"], row);
    }

    [Fact]
    public void A_waterfall_writes_chances_as_percent_and_knows_that_a_growing_risk_is_bad()
    {
        var trace = PredictionFigureSamples.All["waterfall of a chance"]().Data[0];
        Assert.Equal(["43%", "+18%", "\u22127%", "54%"], trace["text"]!.AsArray().Select(text => text!.GetValue<string>()));
        Assert.Equal("var(--chart-bad)", trace["increasing"]!["marker"]!["color"]!.GetValue<string>());
    }

    [Fact]
    public void Dots_of_a_beeswarm_stay_in_their_row()
    {
        var feature = new BeeswarmFeature("Orders", [.. Enumerable.Repeat(0.5, 300)], [.. Enumerable.Repeat(0.9, 300)], [.. Enumerable.Repeat("4", 300)]);
        var figure = BeeswarmFigure.Create([feature], [.. Enumerable.Range(0, 300).Select(i => $"{i}")], new ChartAxis("Effect"));
        var bytes = Convert.FromBase64String(figure.Data[0]["y"]!["bdata"]!.GetValue<string>());
        for (var offset = 0; offset < bytes.Length; offset += 4)
        {
            Assert.InRange(BitConverter.ToSingle(bytes, offset), -0.45f, 0.45f);
        }
    }
}
