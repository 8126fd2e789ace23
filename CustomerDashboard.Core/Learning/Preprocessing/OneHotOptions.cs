namespace CustomerDashboard.Core.Learning.Preprocessing;

/// <summary>How a column of categories becomes columns of 0 and 1.</summary>
public sealed record OneHotOptions
{
    /// <summary>A category seen in fewer rows than this is folded into <see cref="OtherName"/>; 0 keeps all.</summary>
    public int MinimumCount { get; init; }

    /// <summary>At most this many categories keep a column of their own, the commonest first; null keeps all.</summary>
    public int? MaximumCategories { get; init; }

    /// <summary>The name of the column for rare categories and those never seen when fitting.</summary>
    public string OtherName { get; init; } = "other";

    /// <summary>Give missing values (code -1) a column of this name; null leaves their rows all zero.</summary>
    public string? MissingName { get; init; }

    /// <summary>Leave out the first category, the reference level of a regression.</summary>
    public bool DropFirst { get; init; }

    /// <summary>Checks the options.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    /// <exception cref="ArgumentException">A name is empty.</exception>
    public void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(MinimumCount);
        if (MaximumCategories is int maximum)
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maximum, nameof(MaximumCategories));
        }

        ArgumentException.ThrowIfNullOrWhiteSpace(OtherName);
        if (MissingName is not null)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(MissingName);
        }
    }
}
