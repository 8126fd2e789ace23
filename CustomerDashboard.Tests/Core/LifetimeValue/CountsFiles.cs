using System.Globalization;
using CustomerDashboard.Core.LifetimeValue;

namespace CustomerDashboard.Tests.Core.LifetimeValue;

/// <summary>The published inputs of the models of buying.</summary>
internal static class CountsFiles
{
    public static PurchaseCounts Cdnow() => Read(SharedData.Require("cdnow_sample.csv"), 1, 2, 3);

    public static PurchaseCounts OnlineRetail() => Read(SharedData.RequireReference("bgnbd_online_retail_II_90d.csv"), 1, 2, 3);

    /// <summary>The purchases of each customer in the 90 days held out.</summary>
    public static double[] OnlineRetailHeldOut() => Column(SharedData.RequireReference("bgnbd_online_retail_II_90d.csv"), 5);

    public static (int[] Frequency, double[] Amount) OnlineRetailAmounts()
    {
        string path = SharedData.RequireReference("bgnbd_online_retail_II_90d.csv");
        return ([.. Column(path, 1).Select(x => (int)x)], Column(path, 4));
    }

    private static PurchaseCounts Read(string path, int frequency, int recency, int age) =>
        new([.. Column(path, frequency).Select(x => (int)x)], Column(path, recency), Column(path, age));

    private static double[] Column(string path, int column) =>
        [.. File.ReadLines(path).Skip(1).Select(line => double.Parse(line.Split(',')[column], CultureInfo.InvariantCulture))];
}
