namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>Options of <see cref="GaussianMixtureSweep"/>.</summary>
public sealed record GaussianMixtureSweepOptions
{
    /// <summary>The least number of components to try; 1 asks whether there are groups at all.</summary>
    public int MinComponents { get; init; } = 2;

    /// <summary>The largest number of components to try.</summary>
    public int MaxComponents { get; init; } = 8;

    /// <summary>With which options each number is fitted; its own number of components does not matter.</summary>
    public GaussianMixtureOptions Mixture { get; init; } = new();

    /// <summary>Checks the options.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public void Validate()
    {
        if (MinComponents < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(MinComponents), MinComponents, "Comparing numbers of components begins at 1 or more.");
        }

        if (MaxComponents < MinComponents)
        {
            throw new ArgumentOutOfRangeException(
                nameof(MaxComponents), MaxComponents, $"The largest number of components must not be below the least, {MinComponents}.");
        }

        Mixture.Validate();
    }
}
