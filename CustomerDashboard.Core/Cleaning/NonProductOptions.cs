namespace CustomerDashboard.Core.Cleaning;

/// <summary>Which product codes are not products (postage, fees, manual entries, samples) and whether to remove their lines.</summary>
public sealed record NonProductOptions
{
    public bool Enabled { get; init; }

    /// <summary>The codes, exactly as in the file; null means those that <see cref="NonProductDetector"/> finds likely.</summary>
    public IReadOnlyList<string>? Codes { get; init; }

    /// <exception cref="ArgumentException">A code is empty.</exception>
    public void Validate()
    {
        if (Codes is not null && Codes.Any(string.IsNullOrEmpty))
        {
            throw new ArgumentException("The list of codes that are not products has an empty entry: remove it.", nameof(Codes));
        }
    }
}
