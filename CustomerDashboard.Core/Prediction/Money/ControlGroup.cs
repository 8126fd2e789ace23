using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Prediction.Money;

/// <summary>Who is held out of a campaign by lot, and what such a test can show.</summary>
/// <param name="Contacted">Customers contacted.</param>
/// <param name="HeldOut">Customers held out.</param>
/// <param name="BaseRate">The share of yes expected in both without any effect.</param>
/// <param name="DetectableEffect">
/// The smallest difference between the two shares that would be seen four times out of five (5 % two-sided error); null where nobody is held out
/// or nobody contacted.
/// </param>
/// <param name="NeededForEffect">How many of this audience would have to be held out to see the effect asked for; null where no division of it can show that.</param>
/// <param name="AudienceNeeded">How large the audience would have to be, half of it held out, to see the effect asked for.</param>
/// <param name="Sentence">All of it in words.</param>
/// <remarks>J. Cohen, "Statistical power analysis for the behavioral sciences", 1988: the normal approximation for two shares.</remarks>
public sealed record ControlGroup(
    int Contacted, int HeldOut, double BaseRate, double? DetectableEffect, int? NeededForEffect, int AudienceNeeded, string Sentence)
{
    // Quantiles of the standard normal distribution: 97.5 % for a two-sided error of 5 %, 80 % for the power.
    private const double Reach = 1.959963984540054 + 0.8416212335729143;

    /// <summary>Draws who is held out; the draw depends on the ids and the seed alone, not on their order.</summary>
    /// <returns>For each id whether it is held out; the nearest whole number to share x customers are.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The share is not between 0 and 1.</exception>
    public static bool[] Draw(IReadOnlyList<string> customerIds, double share, int seed)
    {
        ArgumentNullException.ThrowIfNull(customerIds);
        if (!(share is >= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(share), share, "The share held out must lie between 0 and 1.");
        }

        string[] ids = [.. customerIds];
        var places = new int[ids.Length];
        for (int i = 0; i < places.Length; i++)
        {
            places[i] = i;
        }

        Array.Sort(ids, places, StringComparer.Ordinal);
        int held = (int)Math.Round(share * ids.Length, MidpointRounding.AwayFromZero);
        var result = new bool[ids.Length];
        foreach (int place in new RandomSource(seed).SampleWithoutReplacement(ids.Length, held))
        {
            result[places[place]] = true;
        }

        return result;
    }

    /// <summary>What a test of these sizes can show.</summary>
    /// <param name="contacted">Customers contacted.</param>
    /// <param name="heldOut">Customers held out.</param>
    /// <param name="baseRate">The share of yes expected without any effect, 0 to 1.</param>
    /// <param name="effect">The difference one would like to see.</param>
    /// <exception cref="ArgumentOutOfRangeException">A share lies outside 0 to 1, or a number of customers is negative.</exception>
    public static ControlGroup Of(int contacted, int heldOut, double baseRate, double effect)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(contacted);
        ArgumentOutOfRangeException.ThrowIfNegative(heldOut);
        if (!(baseRate is >= 0 and <= 1) || !(effect is > 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(baseRate), baseRate, "Base rate and effect are shares between 0 and 1.");
        }

        double spread = Reach * Math.Sqrt(baseRate * (1 - baseRate));
        double? detectable = contacted > 0 && heldOut > 0 ? spread * Math.Sqrt((1.0 / contacted) + (1.0 / heldOut)) : null;

        // 1/contacted + 1/held out may be no more than (effect / spread)^2; with the audience given this is a quadratic.
        double limit = effect * effect / (spread * spread);
        int audience = contacted + heldOut;
        int audienceNeeded = spread > 0 ? (int)Math.Min(int.MaxValue, Math.Ceiling(4 / limit)) : 2;
        int? needed = spread <= 0 ? 1 : audience >= audienceNeeded
            ? (int)Math.Ceiling((audience - Math.Sqrt(((double)audience * audience) - (4 * audience / limit))) / 2)
            : null;
        return new ControlGroup(
            contacted, heldOut, baseRate, detectable, needed, audienceNeeded, Words(contacted, heldOut, detectable, needed, audienceNeeded, effect));
    }

    private static string Words(int contacted, int heldOut, double? detectable, int? needed, int audienceNeeded, double effect)
    {
        if (contacted + heldOut == 0)
        {
            return "There is nobody to contact, so there is nothing to measure.";
        }

        string wish = FormattableString.Invariant($"{100 * effect:0.#} points in 100");
        string wanted = needed is { } count
            ? FormattableString.Invariant($"To see an effect of {wish}, hold out {count:N0}.")
            : FormattableString.Invariant($"An effect of {wish} cannot be seen with this audience; it would take {audienceNeeded:N0} customers, half of them held out.");
        return detectable is { } smallest
            ? FormattableString.Invariant($"With {contacted:N0} contacted and {heldOut:N0} held out, a difference of {100 * smallest:0.#} points in 100 or more would be seen four times out of five. {wanted}")
            : $"Nobody is held out, so nobody will know what the campaign changed. {wanted}";
    }
}
