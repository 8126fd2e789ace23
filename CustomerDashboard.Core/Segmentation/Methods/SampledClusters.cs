using CustomerDashboard.Core.Learning.Clustering;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Segmentation.Methods;

/// <summary>Clusters found among some of the customers, to which all of them were then assigned.</summary>
internal sealed class SampledClusters : IPredictingClusterModel
{
    private readonly IPredictingClusterModel _found;

    public SampledClusters(IPredictingClusterModel found, Matrix points)
    {
        _found = found;
        Labels = found.Predict(points);
        Sizes = new int[found.Sizes.Length];
        foreach (int label in Labels)
        {
            Sizes[label]++;
        }
    }

    public int[] Labels { get; }

    public int[] Sizes { get; }

    public int[] Predict(Matrix points) => _found.Predict(points);
}
