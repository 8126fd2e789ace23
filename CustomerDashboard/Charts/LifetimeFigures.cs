using System.Globalization;
using CustomerDashboard.Components.Controls;
using CustomerDashboard.Core.LifetimeValue;

namespace CustomerDashboard.Charts;

/// <summary>The charts of the Lifetime value page.</summary>
public static class LifetimeFigures
{
    /// <summary>Repeat purchases week by week: what happened against what the models expected.</summary>
    public static PlotlyFigure Tracking(HoldoutRace race)
    {
        double[] weeks = [.. Enumerable.Range(1, race.Weeks.Count).Select(week => (double)week)];
        var known = race.Weeks.Count(week => !week.IsHeldOut);
        return LineFigure.Create(
            weeks,
            [
                new LineSeries("What happened", [.. race.Weeks.Select(week => week.Actual)], ChartTheme.Muted),
                new LineSeries("BG/NBD", [.. race.Weeks.Select(week => week.BgNbd)], SegmentPalette.Token(0)),
                new LineSeries("Pareto/NBD", [.. race.Weeks.Select(week => week.ParetoNbd)], SegmentPalette.Token(1), Dashed: true),
            ],
            new ChartAxis("Week of the data"),
            new ChartAxis("Repeat purchases a week", FromZero: true),
            known, $"held out from {Numbers.Date(race.Cutoff)}", points: false);
    }

    /// <summary>Mean purchases in the days held out, by how often customers had come back before.</summary>
    public static PlotlyFigure Bands(HoldoutRace race)
    {
        double[] places = [.. Enumerable.Range(1, race.Bands.Count).Select(band => (double)band)];
        var series = new List<LineSeries> { new("What happened", [.. race.Bands.Select(band => band.Actual)], ChartTheme.Muted) };
        for (var c = 0; c < race.Contenders.Count; c++)
        {
            var contender = c;
            series.Add(new LineSeries(race.Contenders[c].Name, [.. race.Bands.Select(band => band.Expected[contender])], SegmentPalette.Token(c), Dashed: c > 1));
        }

        var figure = LineFigure.Create(places, series, new ChartAxis("Repeat purchases before"), new ChartAxis("Purchases in the days held out, mean", FromZero: true));
        var axis = figure.Layout!["xaxis"]!;
        axis["tickvals"] = ChartTheme.Values(places);
        axis["ticktext"] = ChartTheme.Strings([.. race.Bands.Select(Name)]);
        return figure;
    }

    /// <summary>Expected purchases, or the chance of still being a customer, by frequency and recency.</summary>
    public static PlotlyFigure Grid(HistoryGrid grid, bool alive)
    {
        var matrix = alive ? grid.Alive : grid.Purchases;
        // The most frequent at the top, as in the papers.
        int[] rows = [.. Enumerable.Range(0, grid.Frequencies.Count).Reverse()];
        var texts = rows.Select(row => (IReadOnlyList<string>)[.. matrix.Row(row).ToArray().Select(value => alive ? Numbers.Percent(value) : Numbers.Fixed(value, 2))]);
        return HeatmapFigure.Create(
            [.. rows.Select(row => Numbers.Count(grid.Frequencies[row]))],
            [.. grid.Recencies.Select(days => Numbers.Count((long)days))],
            [.. rows.Select(row => (IReadOnlyList<double>)matrix.Row(row).ToArray())],
            HeatmapScale.Sequential,
            alive ? "Chance of still being a customer" : $"Purchases in {Numbers.Count((long)grid.Horizon)} days",
            [.. texts],
            "Days from the first to the last purchase",
            "Repeat purchases");
    }

    /// <summary>Value over 12 months of groups of customers.</summary>
    public static PlotlyFigure Values(IReadOnlyList<string> names, IReadOnlyList<LifetimeShare> shares, string currency, IReadOnlyList<string>? colours, bool horizontal) => BarFigure.Create(
        names,
        [.. shares.Select(share => share.Value12)],
        new ChartAxis("Value of the next 12 months", currency, FromZero: true),
        colours,
        [.. shares.Select(share => horizontal ? Numbers.Money(share.Value12, currency) : "")],
        [.. shares.Select(share => $"{Numbers.Counted(share.Customers, "customer")}, {Numbers.Money(share.Value12 / share.Customers, currency)} each, {Numbers.Percent(share.ExpectedAlive / share.Customers)} still customers")],
        horizontal);

    /// <summary>The name of a month, for an axis.</summary>
    public static string Month(int group) => LifetimeShare.Month(group).ToString("MMM yyyy", CultureInfo.CurrentCulture);

    private static string Name(FrequencyBand band) => band.Most is null ? $"{band.Least}+" : band.Most == band.Least ? $"{band.Least}" : $"{band.Least}-{band.Most}";
}
