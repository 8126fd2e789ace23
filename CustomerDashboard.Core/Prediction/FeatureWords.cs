using System.Globalization;
using CustomerDashboard.Core.Features;

namespace CustomerDashboard.Core.Prediction;

/// <summary>Writes values and conditions of features as a person reads them.</summary>
internal static class FeatureWords
{
    /// <summary>A value with its unit; money carries none, because the file's currency is not known.</summary>
    public static string Amount(FeatureDefinition feature, double value) => feature.Unit switch
    {
        "share" => (value * 100).ToString("0.#", CultureInfo.InvariantCulture) + "%",
        "ratio" => value.ToString("0.##", CultureInfo.InvariantCulture) + "\u00a0×",
        "currency" => value.ToString(Math.Abs(value) < 100 ? "0.00" : "#,0", CultureInfo.InvariantCulture),
        _ => $"{value.ToString(Math.Abs(value) < 100 ? "0.#" : "#,0", CultureInfo.InvariantCulture)} {feature.Unit}",
    };

    /// <summary>A value without the unit where the feature's name already says it.</summary>
    public static string Short(FeatureDefinition feature, double value)
    {
        string amount = Amount(feature, value);
        return feature.Name.Contains(feature.Unit, StringComparison.OrdinalIgnoreCase) ? amount.Replace(" " + feature.Unit, "", StringComparison.Ordinal) : amount;
    }

    /// <summary>The question a tree asks at a node, true on the left side.</summary>
    public static string Condition(FeatureDefinition feature, double threshold)
    {
        if (feature.Unit == "yes/no")
        {
            return "Outside the home market";
        }

        // Counts are whole: "at most 2.5 orders" means at most 2.
        double limit = feature.Unit is "orders" or "products"
            ? Math.Floor(threshold)
            : threshold;
        return $"{feature.Name} at most {Short(feature, limit)}";
    }
}
