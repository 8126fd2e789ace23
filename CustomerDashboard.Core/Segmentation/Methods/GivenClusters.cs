using CustomerDashboard.Core.Learning.Clustering;

namespace CustomerDashboard.Core.Segmentation.Methods;

/// <summary>Clusters that are only known by their labels.</summary>
internal sealed record GivenClusters(int[] Labels, int[] Sizes) : IClusterModel;
