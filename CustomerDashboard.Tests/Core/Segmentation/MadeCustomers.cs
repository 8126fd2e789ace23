using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Tests.Core.Segmentation;

/// <summary>Customers of four kinds with recency, frequency, spend and a feature that has nothing to do with them.</summary>
internal static class MadeCustomers
{
    public static CustomerFeatureTable Create(int count = 240, int seed = 3)
    {
        var random = new RandomSource(seed);
        var (recency, frequency, monetary, unrelated) = (new double[count], new double[count], new double[count], new double[count]);
        for (int i = 0; i < count; i++)
        {
            bool recent = i % 4 < 2;
            bool large = i % 2 == 0;
            recency[i] = Math.Round(Math.Max(1, (recent ? 20 : 300) + (12 * random.NextGaussian())));
            frequency[i] = Math.Max(1, Math.Round((large ? 20 : 3) + random.NextGaussian()));
            monetary[i] = Math.Round(frequency[i] * 40 * Math.Exp(0.3 * random.NextGaussian()), 2);
            unrelated[i] = random.NextDouble();
        }

        return new CustomerFeatureTable(
            [.. Enumerable.Range(0, count).Select(i => $"C{i:000}")],
            [FeatureCatalog.Get(FeatureIds.Recency), FeatureCatalog.Get(FeatureIds.Frequency), FeatureCatalog.Get(FeatureIds.Monetary), FeatureCatalog.Get(FeatureIds.DiscountShare)],
            [recency, frequency, monetary, unrelated],
            new DateTime(2024, 1, 1));
    }
}
