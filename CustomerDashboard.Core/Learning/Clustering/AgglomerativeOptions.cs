namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>Options of <see cref="AgglomerativeClustering"/>.</summary>
public sealed record AgglomerativeOptions
{
    /// <summary>What the distance between two clusters is.</summary>
    public Linkage Linkage { get; init; } = Linkage.Ward;

    /// <summary>
    /// More points than this are refused with a message, because time and (but for Ward and single linkage) memory grow with their
    /// square: 20,000 points have 200 million pairs, 800 MB.
    /// </summary>
    public int MaximumPoints { get; init; } = 20_000;

    /// <summary>
    /// Above this many points, K-Means first groups them into <see cref="PreclusterCentres"/> centres, and the tree is built over the
    /// centres, each weighing as many points as it has; null never does so. Overrules <see cref="MaximumPoints"/>.
    /// </summary>
    public int? PreclusterAbove { get; init; }

    /// <summary>How many centres stand for the points where there are too many.</summary>
    public int PreclusterCentres { get; init; } = 2_000;

    /// <summary>The seed of drawing the centres; without them nothing is random.</summary>
    public int Seed { get; init; } = 42;

    /// <summary>The most threads to use, null for one per processor. The result does not depend on it.</summary>
    public int? DegreeOfParallelism { get; init; }

    /// <summary>Checks the options.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public void Validate()
    {
        if (!Enum.IsDefined(Linkage))
        {
            throw new ArgumentOutOfRangeException(nameof(Linkage), Linkage, "The linkage must be Ward, Complete, Average or Single.");
        }

        if (MaximumPoints is < 2 or > CondensedDistances.MaximumCount)
        {
            throw new ArgumentOutOfRangeException(
                nameof(MaximumPoints), MaximumPoints, $"The most points must be from 2 to {CondensedDistances.MaximumCount}.");
        }

        if (PreclusterCentres < 2 || PreclusterCentres > MaximumPoints)
        {
            throw new ArgumentOutOfRangeException(
                nameof(PreclusterCentres), PreclusterCentres, $"The number of centres must be from 2 to {MaximumPoints}, the most points a tree is built over.");
        }

        if (PreclusterAbove < PreclusterCentres)
        {
            throw new ArgumentOutOfRangeException(
                nameof(PreclusterAbove), PreclusterAbove, $"Points can only be grouped first when they are more than the {PreclusterCentres} centres.");
        }

        if (PreclusterAbove > MaximumPoints)
        {
            throw new ArgumentOutOfRangeException(
                nameof(PreclusterAbove), PreclusterAbove, $"Points must be grouped first above {MaximumPoints} at the latest, the most points a tree is built over.");
        }

        if (DegreeOfParallelism < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(DegreeOfParallelism), DegreeOfParallelism, "DegreeOfParallelism must be at least 1.");
        }
    }
}
