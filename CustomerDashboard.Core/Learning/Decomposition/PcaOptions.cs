namespace CustomerDashboard.Core.Learning.Decomposition;

/// <summary>Options of <see cref="Pca"/>.</summary>
public sealed record PcaOptions
{
    /// <summary>How many components to keep; null keeps as many as there are columns.</summary>
    public int? Components { get; init; }

    /// <summary>Divide each column by its standard deviation first, so that units do not decide.</summary>
    public bool Standardise { get; init; }

    /// <summary>Checks the options.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number of components is not positive.</exception>
    public void Validate()
    {
        if (Components is <= 0)
        {
            throw new ArgumentOutOfRangeException(nameof(Components), Components, "Keep at least one principal component.");
        }
    }
}
