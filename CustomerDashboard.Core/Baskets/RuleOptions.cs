namespace CustomerDashboard.Core.Baskets;

/// <summary>Which association rules to keep.</summary>
public sealed record RuleOptions
{
    /// <summary>The least share of the baskets with the first products that hold the others too, 0 to 1.</summary>
    public double MinConfidence { get; init; }

    /// <summary>The least lift: how many times as often as usual the others are found there. 1 leaves out what is bought together less than by chance.</summary>
    public double MinLift { get; init; } = 1;

    /// <summary>The most rules looked at unless told otherwise.</summary>
    public const int DefaultMaxRules = 1_000_000;

    /// <summary>The search stops with <see cref="TooManyRulesException"/> when there are more rules to look at than this.</summary>
    public int MaxRules { get; init; } = DefaultMaxRules;

    /// <exception cref="ArgumentOutOfRangeException">A setting cannot be used.</exception>
    public void Validate()
    {
        if (!(MinConfidence is >= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(MinConfidence), "The least confidence is a share from 0 to 1.");
        }

        if (!(MinLift >= 0) || double.IsInfinity(MinLift))
        {
            throw new ArgumentOutOfRangeException(nameof(MinLift), "The least lift is a number from 0; 1 is what chance gives.");
        }

        if (MaxRules < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(MaxRules), "At least 1 rule has to be allowed.");
        }
    }
}
