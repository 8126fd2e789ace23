namespace CustomerDashboard.Core.Learning.Explanation;

/// <summary>Options of <see cref="SurrogateRules"/>.</summary>
public sealed record SurrogateRuleOptions
{
    /// <summary>The most conditions in one alternative of a rule.</summary>
    public int MaxConditions { get; init; } = 4;

    /// <summary>The most alternatives of a rule, joined by "or".</summary>
    public int MaxAlternatives { get; init; } = 2;

    /// <summary>How much worse (in F1) a shorter rule may be than the best one and still be taken.</summary>
    public double Tolerance { get; init; } = 0.03;

    /// <summary>Checks the options.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxConditions, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MaxConditions, 12);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxAlternatives, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MaxAlternatives, 10);
        if (!(Tolerance >= 0) || Tolerance > 1)
        {
            throw new ArgumentOutOfRangeException(nameof(Tolerance), Tolerance, "The tolerance must be from 0 to 1.");
        }
    }
}
