using CustomerDashboard.Core.Learning.Metrics;

namespace CustomerDashboard.Core.Prediction.Money;

/// <summary>What a campaign costs and brings, and how much of it is held back to measure what it did.</summary>
public sealed record CampaignOptions
{
    /// <summary>Margin, contact cost, offer, acceptance and budget.</summary>
    public ProfitOptions Profit { get; init; } = new();

    /// <summary>The share of the audience that is drawn at random and not contacted, 0 to 0.5: without it nobody can tell what the campaign changed.</summary>
    public double ControlShare { get; init; } = 0.1;

    /// <summary>The difference in answers between contacted and held out that the campaign should be able to show, 0.05 for 5 points in 100.</summary>
    public double EffectToDetect { get; init; } = 0.05;

    /// <summary>Seed of the draw: the same seed and customers give the same control group.</summary>
    public int Seed { get; init; } = 42;

    /// <summary>Checks every value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range; the message says which and what is allowed.</exception>
    public void Validate()
    {
        ArgumentNullException.ThrowIfNull(Profit);
        Profit.Validate();
        if (!(ControlShare is >= 0 and <= 0.5))
        {
            throw new ArgumentOutOfRangeException(nameof(ControlShare), ControlShare, "The share held out must lie between 0 and 0.5: more than half a campaign held back is no campaign.");
        }

        if (!(EffectToDetect is > 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(EffectToDetect), EffectToDetect, "The effect to detect must lie between 0 and 1.");
        }
    }
}
