namespace CustomerDashboard.Core.Cleaning;

/// <summary>The countries to look at, or to leave out. A line without a country goes with Include and stays with Exclude.</summary>
public sealed record CountryOptions
{
    public bool Enabled { get; init; }

    public CountryFilter Filter { get; init; } = CountryFilter.Include;

    /// <summary>The countries as the file writes them.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <exception cref="ArgumentException">The rule is on and would remove every line.</exception>
    public void Validate()
    {
        if (!Enum.IsDefined(Filter))
        {
            throw new ArgumentOutOfRangeException(nameof(Filter), Filter, "Countries can be included or excluded.");
        }

        if (Enabled && Filter == CountryFilter.Include && Names.Count == 0)
        {
            throw new ArgumentException("Choose at least one country to look at, or switch the countries rule off.", nameof(Names));
        }
    }
}
