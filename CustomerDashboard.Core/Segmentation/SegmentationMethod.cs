namespace CustomerDashboard.Core.Segmentation;

/// <summary>A way of dividing customers into segments.</summary>
public enum SegmentationMethod
{
    KMeans,
    MiniBatchKMeans,
    GaussianMixture,
    Hierarchical,
    KMedoids,
    Dbscan,
    Hdbscan,
    RfmScoring,
}
