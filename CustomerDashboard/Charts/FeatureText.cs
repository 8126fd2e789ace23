using CustomerDashboard.Components.Controls;
using CustomerDashboard.Core.Features;

namespace CustomerDashboard.Charts;

/// <summary>Writes values of customer features for people, by the feature's unit.</summary>
public static class FeatureText
{
    /// <summary>The unit to show: the currency for money, nothing for shares, which carry their percent sign.</summary>
    public static string Unit(FeatureDefinition feature, string currency) => feature.Unit switch
    {
        "currency" => currency,
        "share" => "",
        _ => feature.Unit,
    };

    /// <summary>Three digits, for cells and cards.</summary>
    public static string Rounded(FeatureDefinition feature, double value) => feature.Unit == "share" ? Numbers.Percent(value) : Numbers.Rounded(value);

    /// <summary>All digits, for hover and sentences.</summary>
    public static string Full(FeatureDefinition feature, double value) => feature.Unit switch
    {
        "currency" => Numbers.MoneyExact(value, null),
        "share" => Numbers.Percent(value),
        _ => Numbers.Exact(value, 2),
    };

    /// <summary>For a column of a table: each row with as many digits after the point as the others.</summary>
    /// <param name="feature">What the column holds.</param>
    /// <param name="value">The value of this row.</param>
    /// <param name="whole">Whether every value of the column is a whole number.</param>
    public static string Cell(FeatureDefinition feature, double value, bool whole) => feature.Unit switch
    {
        "currency" => Numbers.MoneyExact(value, null),
        "share" => Numbers.Tenths(value),
        _ => Numbers.Fixed(value, whole ? 0 : 2),
    };

    /// <summary>A range in words, the unit once at its end: "12 and 40 days"; a unit that is itself a scale, such as 1-100, is named as one.</summary>
    public static string Between(FeatureDefinition feature, double low, double high, string currency)
    {
        var unit = Unit(feature, currency);
        var (from, to) = (Full(feature, low), Full(feature, high));
        return feature.Unit == "currency" && unit.Length > 0 ? $"{unit}\u00a0{from} and {unit}\u00a0{to}"
            : unit.Length == 0 ? $"{from} and {to}"
            : char.IsAsciiDigit(unit[0]) ? $"{from} and {to}, on a scale of {unit}"
            : $"{from} and {to} {unit}";
    }

    /// <summary>The d3 format for axes and hover.</summary>
    public static string D3(FeatureDefinition feature) => feature.Unit switch
    {
        "currency" => ",.2f",
        "share" => ".1%",
        "days" or "orders" or "products" => ",.0f",
        _ => ",.2~f",
    };

    /// <summary>The axis of a feature.</summary>
    public static ChartAxis Axis(FeatureDefinition feature, string currency, bool log = false) =>
        new(feature.Name, Unit(feature, currency), feature.Unit == "share" ? ".0%" : null, log, FromZero: !log);
}
