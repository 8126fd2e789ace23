using System.Globalization;

namespace CustomerDashboard.Core.Baskets;

/// <summary>The itemsets can be split into more rules than were allowed; the message says what to change.</summary>
public sealed class TooManyRulesException : InvalidOperationException
{
    /// <param name="rules">How many rules there are to look at.</param>
    /// <param name="limit">The number that was allowed.</param>
    /// <param name="longest">The number of products in the longest itemset.</param>
    public TooManyRulesException(double rules, int limit, int longest)
        : base(string.Create(
            CultureInfo.InvariantCulture,
            $"The itemsets split into {rules:N0} rules, more than the {limit:N0} that are allowed; the longest has {longest} products. Raise the support, or set a smaller greatest length.")) =>
        (Rules, Limit) = (rules, limit);

    public TooManyRulesException()
    {
    }

    public TooManyRulesException(string message)
        : base(message)
    {
    }

    public TooManyRulesException(string message, Exception inner)
        : base(message, inner)
    {
    }

    public double Rules { get; }

    public int Limit { get; }
}
