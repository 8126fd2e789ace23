namespace CustomerDashboard.Core.Personas;

/// <summary>How personas are written.</summary>
public sealed record PersonaOptions
{
    /// <summary>What stands before amounts of money ("GBP", "€"); empty writes plain numbers.</summary>
    public string Currency { get; init; } = "";

    /// <summary>The names people gave, with what the segment looked like then; each goes to the segment most like it now.</summary>
    public IReadOnlyList<PersonaRename> Renames { get; init; } = [];

    /// <summary>How many products each persona lists.</summary>
    public int TopProducts { get; init; } = 5;

    /// <summary>Checks the options.</summary>
    /// <exception cref="ArgumentException">A given name is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public void Validate()
    {
        ArgumentNullException.ThrowIfNull(Currency);
        ArgumentNullException.ThrowIfNull(Renames);
        if (TopProducts is < 1 or > 100)
        {
            throw new ArgumentOutOfRangeException(nameof(TopProducts), TopProducts, "The number of products must be from 1 to 100.");
        }

        foreach (PersonaRename rename in Renames)
        {
            if (string.IsNullOrWhiteSpace(rename.GivenName))
            {
                throw new ArgumentException("A persona's name cannot be empty.", nameof(Renames));
            }
        }
    }
}
