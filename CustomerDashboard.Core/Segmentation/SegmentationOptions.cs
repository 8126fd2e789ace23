using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Learning.Preprocessing;

namespace CustomerDashboard.Core.Segmentation;

/// <summary>How customers are grouped: what is compared, how it is brought to one scale, and how many segments are tried.</summary>
public sealed record SegmentationOptions
{
    /// <summary>The most segments that can be asked for; more cannot be told apart on a page.</summary>
    public const int LargestK = 50;

    /// <summary>How customers are divided.</summary>
    public SegmentationMethod Method { get; init; } = SegmentationMethod.KMeans;

    /// <summary>Settings of Gaussian mixtures.</summary>
    public MixtureSettings Mixture { get; init; } = new();

    /// <summary>Settings of the hierarchical method.</summary>
    public HierarchicalSettings Hierarchical { get; init; } = new();

    /// <summary>Settings of DBSCAN and HDBSCAN.</summary>
    public DensitySettings Density { get; init; } = new();

    /// <summary>Settings of RFM scoring.</summary>
    public RfmSettings Rfm { get; init; } = new();

    /// <summary>How hierarchical clustering and K-Medoids compare two customers.</summary>
    public CustomerDistance Distance { get; init; } = CustomerDistance.Euclidean;

    /// <summary>The ids of the features to compare customers by.</summary>
    public IReadOnlyList<string> Features { get; init; } = [FeatureIds.Recency, FeatureIds.Frequency, FeatureIds.Monetary];

    /// <summary>Replace each value by log(1 + x) before scaling, so that a few very large customers do not decide everything.</summary>
    public bool LogTransform { get; init; } = true;

    /// <summary>How the features are brought to one scale.</summary>
    public ScalingMethod Scaling { get; init; } = ScalingMethod.Standard;

    /// <summary>What stands in where a customer has no value, such as the days between purchases of a one-time buyer.</summary>
    public MissingFeatureFill MissingValues { get; init; } = MissingFeatureFill.Zero;

    /// <summary>The smallest number of segments tried.</summary>
    public int MinClusters { get; init; } = 2;

    /// <summary>The largest number of segments tried.</summary>
    public int MaxClusters { get; init; } = 12;

    /// <summary>How often K-Means starts anew for each number of segments; the best start is kept.</summary>
    public int Starts { get; init; } = 10;

    /// <summary>The number of segments the person chose; null follows the suggestion.</summary>
    public int? ChosenK { get; init; }

    /// <summary>The seed of the random starts.</summary>
    public int Seed { get; init; } = 42;

    /// <summary>Checks the options.</summary>
    /// <exception cref="ArgumentException">No feature is chosen, or one twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public void Validate()
    {
        ArgumentNullException.ThrowIfNull(Features);
        if (Features.Count == 0)
        {
            throw new ArgumentException("Choose at least one feature to compare customers by.", nameof(Features));
        }

        if (Features.FirstOrDefault(string.IsNullOrWhiteSpace) is not null || Features.Distinct(StringComparer.Ordinal).Count() != Features.Count)
        {
            throw new ArgumentException("Each feature can be chosen once, and must have a name.", nameof(Features));
        }

        _ = SegmentationMethodInfo.Of(Method);
        Mixture.Validate();
        Hierarchical.Validate();
        Density.Validate();
        Rfm.Validate();
        if (!Enum.IsDefined(Distance))
        {
            throw new ArgumentOutOfRangeException(nameof(Distance), Distance, "This way to compare customers is unknown.");
        }

        if (!Enum.IsDefined(Scaling))
        {
            throw new ArgumentOutOfRangeException(nameof(Scaling), Scaling, "This kind of scaling is unknown.");
        }

        if (!Enum.IsDefined(MissingValues))
        {
            throw new ArgumentOutOfRangeException(nameof(MissingValues), MissingValues, "This way to fill missing values is unknown.");
        }

        RequireBetween(MinClusters, 2, LargestK, nameof(MinClusters), "The smallest number of segments");
        RequireBetween(MaxClusters, MinClusters, LargestK, nameof(MaxClusters), "The largest number of segments");
        RequireBetween(Starts, 1, 1000, nameof(Starts), "The number of starts");
        if (ChosenK is int chosen && SegmentationMethodInfo.Of(Method).TriesSeveralK)
        {
            RequireBetween(chosen, MinClusters, MaxClusters, nameof(ChosenK), "The chosen number of segments");
        }
    }

    private static void RequireBetween(int value, int smallest, int largest, string name, string words)
    {
        if (value < smallest || value > largest)
        {
            throw new ArgumentOutOfRangeException(name, value, $"{words} must be from {smallest} to {largest}.");
        }
    }
}
