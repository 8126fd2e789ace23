using System.Globalization;

namespace CustomerDashboard.Core.Personas;

/// <summary>Numbers as they stand in sentences: three significant digits at most, the same in every culture.</summary>
internal static class PlainNumbers
{
    private static readonly string[] Words =
        ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve"];

    public static string Count(double value) => Math.Round(value, MidpointRounding.AwayFromZero).ToString("N0", CultureInfo.InvariantCulture);

    public static string CountWord(int value) => value < Words.Length ? Words[value] : Count(value);

    public static string Number(double value)
    {
        double rounded = Significant(value);
        return Math.Abs(rounded) >= 100
            ? rounded.ToString("N0", CultureInfo.InvariantCulture)
            : rounded.ToString(Math.Abs(rounded) >= 1 ? "0.#" : "0.##", CultureInfo.InvariantCulture);
    }

    /// <summary>Whole percent; one decimal below 10% and just under 100%, where whole ones would hide what is left.</summary>
    public static string Percent(double share)
    {
        double percent = share * 100;
        bool small = Math.Abs(percent) < 9.95 || percent is > 99 and < 99.95;
        bool tenths = small && share != Math.Round(share, 2);
        return Math.Round(percent, tenths ? 1 : 0, MidpointRounding.AwayFromZero).ToString(tenths ? "0.0" : "0", CultureInfo.InvariantCulture) + "%";
    }

    public static string Money(double value, string currency)
    {
        double rounded = Significant(value);
        double size = Math.Abs(rounded);
        string number = size >= 1e9 ? Scaled(rounded, 1e9, "bn")
            : size >= 1e6 ? Scaled(rounded, 1e6, "M")
            : size >= 1e4 ? Scaled(rounded, 1e3, "k")
            : size >= 10 ? rounded.ToString("N0", CultureInfo.InvariantCulture)
            : rounded.ToString("0.##", CultureInfo.InvariantCulture);
        string mark = currency.Trim();
        return mark.Length == 0 ? number : char.IsLetter(mark[^1]) ? $"{mark} {number}" : mark + number;
    }

    /// <summary>"1 customer", "12 customers".</summary>
    public static string Counted(double count, string singular, string? plural = null)
    {
        string number = Count(count);
        return number == "1" ? $"1 {singular}" : $"{number} {plural ?? singular + "s"}";
    }

    private static string Scaled(double value, double unit, string suffix) =>
        (value / unit).ToString("0.##", CultureInfo.InvariantCulture) + " " + suffix;

    private static double Significant(double value)
    {
        if (value == 0 || !double.IsFinite(value))
        {
            return value;
        }

        int digits = 2 - (int)Math.Floor(Math.Log10(Math.Abs(value)));
        if (digits >= 0)
        {
            return Math.Round(value, Math.Min(digits, 15), MidpointRounding.AwayFromZero);
        }

        double unit = Math.Pow(10, -digits);
        return Math.Round(value / unit, MidpointRounding.AwayFromZero) * unit;
    }
}
