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

    /// <summary>All digits, for tables.</summary>
    public static string Full(FeatureDefinition feature, double value) => feature.Unit switch
    {
        "currency" => Numbers.MoneyExact(value, null),
        "share" => Numbers.Percent(value),
        _ => Numbers.Exact(value, 2),
    };

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
