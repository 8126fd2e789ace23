using System.Globalization;

namespace CustomerDashboard.Components.Controls;

/// <summary>
/// Figures as a person reads them, in the current culture: three significant digits on cards, all digits in tables,
/// thousands separators, no false precision. Never for files: exports are written in the invariant culture.
/// </summary>
public static class Numbers
{
    /// <summary>What stands for a figure that does not exist.</summary>
    public const string None = "–";

    private static readonly (double From, string Unit)[] Magnitudes = [(1e12, "tn"), (1e9, "bn"), (1e6, "M"), (1e3, "k")];

    /// <summary>A whole number with thousands separators: 779,424.</summary>
    public static string Count(long value) => value.ToString("N0", CultureInfo.CurrentCulture);

    /// <summary>A number of things in words: "1 customer", "5,878 customers".</summary>
    /// <param name="value">How many.</param>
    /// <param name="singular">What one of them is called.</param>
    /// <param name="plural">What several are called; the singular with an s when null.</param>
    public static string Counted(long value, string singular, string? plural = null) =>
        $"{Count(value)} {(value == 1 ? singular : plural ?? singular + "s")}";

    /// <summary>Three significant digits: 8.89 M, 12.3 k, 0.0417. Whole numbers below 10,000 keep all digits.</summary>
    public static string Rounded(double value)
    {
        if (!double.IsFinite(value)) return None;
        var size = Math.Abs(value);
        if (size < 10_000 && value == Math.Truncate(value)) return value.ToString("N0", CultureInfo.CurrentCulture);
        // 999,600 reads "1 M", not "1000 k": the magnitude is chosen after rounding.
        var rounded = RoundSignificant(value, 3);
        size = Math.Abs(rounded);
        if (size < 10_000) return Digits(rounded);
        foreach (var (from, unit) in Magnitudes)
            if (size >= from) return $"{Digits(rounded / from)} {unit}";
        return Digits(rounded);
    }

    /// <summary>All digits that matter: 1,234.567; at most <paramref name="decimals"/> after the point.</summary>
    public static string Exact(double value, int decimals = 4) => !double.IsFinite(value)
        ? None
        : value.ToString("#,0." + new string('#', Math.Clamp(decimals, 1, 15)), CultureInfo.CurrentCulture);

    /// <summary>The same number of digits after the point in every row of a column: 0.2900 under 0.3653.</summary>
    public static string Fixed(double value, int decimals) => !double.IsFinite(value)
        ? None
        : value.ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.CurrentCulture);

    /// <summary>An amount on a card: GBP 8.89 M. Without a currency only the figure.</summary>
    public static string Money(double value, string? currency) => Join(currency, Rounded(value));

    /// <summary>An amount in a table or on hover: GBP 8,887,208.89.</summary>
    public static string MoneyExact(double value, string? currency) =>
        double.IsFinite(value) ? Join(currency, value.ToString("N2", CultureInfo.CurrentCulture)) : None;

    /// <summary>
    /// A share of 1 as whole percent, below 10% and just under 100% with one decimal, half a percent rounded up: as the sentences of the analysis have it. The sign stands as on the axes of charts and in the
    /// sentences of the analysis, right behind the figure, whatever the culture: one page shows all three.
    /// </summary>
    public static string Percent(double share)
    {
        if (!double.IsFinite(share)) return None;
        return share != Math.Round(share, 2) && (Math.Abs(share) < 0.0995 || share is > 0.99 and < 0.9995)
            ? Tenths(share)
            : $"{Math.Round(100 * share, MidpointRounding.AwayFromZero).ToString("N0", CultureInfo.CurrentCulture)}%";
    }

    /// <summary>A share in a column of shares, each with one digit after the point: 16.3%.</summary>
    public static string Tenths(double share) => double.IsFinite(share) ? $"{Fixed(Math.Round(100 * share, 1, MidpointRounding.AwayFromZero), 1)}%" : None;

    /// <summary>A measure between 0 and 1, or close to it: 0.734.</summary>
    public static string Measure(double value) => double.IsFinite(value) ? value.ToString("0.000", CultureInfo.CurrentCulture) : None;

    /// <summary>A date with the month as a word: 1 Dec 2009, in the order of the culture.</summary>
    public static string Date(DateTime value)
    {
        var culture = CultureInfo.CurrentCulture;
        // The culture's own order of day, month and year, with a short month name that no one can misread.
        var order = culture.DateTimeFormat.ShortDatePattern;
        var pattern = order.StartsWith('y') ? "yyyy MMM d"
            : order.IndexOf('M', StringComparison.Ordinal) < order.IndexOf('d', StringComparison.Ordinal) ? "MMM d, yyyy"
            : "d MMM yyyy";
        return value.ToString(pattern, culture);
    }

    /// <summary>A date without its time of day.</summary>
    public static string Date(DateOnly value) => Date(value.ToDateTime(TimeOnly.MinValue));

    /// <summary>A span of days in the unit a person thinks in: 12 days, 6 weeks, 14 months.</summary>
    public static string Days(double days) => !double.IsFinite(days) ? None : Math.Abs(days) switch
    {
        < 21 => Plural(days, "day"),
        < 120 => Plural(days / 7, "week"),
        < 1000 => Plural(days / 30.436875, "month"),
        _ => Plural(days / 365.25, "year"),
    };

    /// <summary>How long work takes: 4 s, 3 min.</summary>
    public static string Duration(TimeSpan span) => span.TotalSeconds switch
    {
        < 1 => "less than 1 s",
        < 90 => $"{span.TotalSeconds.ToString("N0", CultureInfo.CurrentCulture)} s",
        < 5400 => $"{span.TotalMinutes.ToString("N0", CultureInfo.CurrentCulture)} min",
        _ => $"{span.TotalHours.ToString("N1", CultureInfo.CurrentCulture)} h",
    };

    private static string Plural(double value, string unit)
    {
        var whole = Math.Round(value);
        return $"{whole.ToString("N0", CultureInfo.CurrentCulture)} {unit}{(Math.Abs(whole) == 1 ? "" : "s")}";
    }

    private static string Join(string? currency, string figure) =>
        string.IsNullOrWhiteSpace(currency) || figure == None ? figure : $"{currency}\u00a0{figure}";

    private static double RoundSignificant(double value, int digits)
    {
        if (value == 0) return 0;
        var scale = Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(value))) + 1 - digits);
        return Math.Round(value / scale) * scale;
    }

    private static string Digits(double rounded)
    {
        var size = Math.Abs(rounded);
        var decimals = size == 0 ? 0 : Math.Clamp(2 - (int)Math.Floor(Math.Log10(size)), 0, 8);
        return rounded.ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.CurrentCulture);
    }
}
