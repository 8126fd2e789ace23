namespace CustomerDashboard.Core.Segmentation.Methods;

/// <summary>The divider of each method.</summary>
internal static class Dividers
{
    public static IDivider Of(SegmentationMethod method) => method switch
    {
        SegmentationMethod.KMeans => new KMeansDivider(),
        SegmentationMethod.MiniBatchKMeans => new MiniBatchDivider(),
        SegmentationMethod.GaussianMixture => new MixtureDivider(),
        SegmentationMethod.Hierarchical => new HierarchicalDivider(),
        SegmentationMethod.KMedoids => new KMedoidsDivider(),
        SegmentationMethod.Dbscan => new DbscanDivider(),
        SegmentationMethod.Hdbscan => new HdbscanDivider(),
        SegmentationMethod.RfmScoring => new RfmDivider(),
        _ => throw new ArgumentOutOfRangeException(nameof(method), method, "This way of dividing customers is unknown."),
    };
}
