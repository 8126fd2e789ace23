namespace CustomerDashboard.Core.Segmentation;

/// <summary>What a page says about a method, and what it lets a person set.</summary>
/// <param name="Method">The method.</param>
/// <param name="Name">The field's name for it.</param>
/// <param name="Words">What it does, in one plain sentence.</param>
/// <param name="TriesSeveralK">Whether it divides into as many segments as asked for; otherwise it finds their number itself.</param>
/// <param name="LeavesNoise">Whether customers may stay outside every segment.</param>
/// <param name="UsesFeatures">Whether it compares the chosen features; RFM scoring always looks at recency, frequency and spend.</param>
public sealed record SegmentationMethodInfo(
    SegmentationMethod Method, string Name, string Words, bool TriesSeveralK, bool LeavesNoise, bool UsesFeatures)
{
    /// <summary>All methods, the standard one first.</summary>
    public static IReadOnlyList<SegmentationMethodInfo> All { get; } =
    [
        new(SegmentationMethod.KMeans, "K-Means", "Puts each customer with the nearest of k centres; compact segments of similar width.", true, false, true),
        new(SegmentationMethod.MiniBatchKMeans, "Mini-batch K-Means", "K-Means that learns from small random samples; for very many customers.", true, false, true),
        new(SegmentationMethod.GaussianMixture, "Gaussian mixture", "Segments may be stretched and overlap; each customer belongs to each with a probability.", true, false, true),
        new(SegmentationMethod.Hierarchical, "Hierarchical", "Joins the most similar customers step by step into a tree, which is cut into segments.", true, false, true),
        new(SegmentationMethod.KMedoids, "K-Medoids", "Like K-Means with a real customer as each centre; also compares categories (Gower distance).", true, false, true),
        new(SegmentationMethod.Dbscan, "DBSCAN", "Finds dense crowds of any shape; customers in thin regions stay outside.", false, true, true),
        new(SegmentationMethod.Hdbscan, "HDBSCAN", "Like DBSCAN for crowds of different density; needs only the smallest size of a segment.", false, true, true),
        new(SegmentationMethod.RfmScoring, "RFM scoring", "Scores recency, frequency and spend from 1 to 5 and reads the segment from a fixed table of eleven.", false, false, false),
    ];

    public static SegmentationMethodInfo Of(SegmentationMethod method) =>
        All.FirstOrDefault(info => info.Method == method) ?? throw new ArgumentOutOfRangeException(nameof(method), method, "This way of dividing customers is unknown.");
}
