using System.Globalization;
using CustomerDashboard.Core.Features;

namespace CustomerDashboard.Tests.Core.Segmentation;

/// <summary>The peers' customer features and k = 4 labels of Online Retail, read without the product's own importer.</summary>
internal static class OnlineRetail
{
    private static readonly (string Column, string Id)[] Features =
    [
        ("Recency", FeatureIds.Recency),
        ("Frequency", FeatureIds.Frequency),
        ("Monetary", FeatureIds.Monetary),
        ("AOV", FeatureIds.AverageOrderValue),
        ("BasketUnits", FeatureIds.UnitsPerBasket),
        ("Products", FeatureIds.DistinctProducts),
        ("Tenure", FeatureIds.Tenure),
        ("MeanGap", FeatureIds.MeanDaysBetweenPurchases),
        ("ReturnRate", FeatureIds.ReturnRate),
    ];

    public static CustomerFeatureTable ReadFeatures()
    {
        string[] lines = File.ReadAllLines(SharedData.RequireReference("customer_features_online_retail.csv"));
        string[] header = lines[0].Split(',');
        string[][] rows = [.. lines.Skip(1).Select(line => line.Split(','))];
        return new CustomerFeatureTable(
            [.. rows.Select(row => row[0])],
            [.. Features.Select(feature => FeatureCatalog.Get(feature.Id))],
            [.. Features.Select(feature => Column(rows, Array.IndexOf(header, feature.Column)))],
            new DateTime(2011, 12, 10, 12, 50, 0));
    }

    public static Dictionary<string, int> ReadLabels() =>
        File.ReadLines(SharedData.RequireReference("kmeans4_labels_online_retail.csv")).Skip(1)
            .Select(line => line.Split(','))
            .ToDictionary(row => row[0], row => int.Parse(row[1], CultureInfo.InvariantCulture));

    private static double[] Column(string[][] rows, int index) =>
        [.. rows.Select(row => row[index].Length == 0 ? double.NaN : double.Parse(row[index], CultureInfo.InvariantCulture))];
}
