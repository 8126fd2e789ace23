using System.Globalization;

namespace CustomerDashboard.Core.Baskets;

/// <summary>There are more itemsets than were allowed; the message says what to change.</summary>
public sealed class TooManyItemsetsException : InvalidOperationException
{
    /// <param name="limit">The number that was allowed.</param>
    /// <param name="minBaskets">The fewest baskets asked for.</param>
    /// <param name="length">An itemset of so many products was found, whose parts alone are more than allowed; null when they were counted.</param>
    public TooManyItemsetsException(int limit, int minBaskets, int? length = null)
        : base(Describe(limit, minBaskets, length)) => (Limit, MinBaskets, Length) = (limit, minBaskets, length);

    public TooManyItemsetsException()
    {
    }

    public TooManyItemsetsException(string message)
        : base(message)
    {
    }

    public TooManyItemsetsException(string message, Exception inner)
        : base(message, inner)
    {
    }

    public int Limit { get; }

    public int MinBaskets { get; }

    public int? Length { get; }

    private static string Describe(int limit, int minBaskets, int? length)
    {
        string why = length is { } products
            ? $"At least {products.ToString("N0", CultureInfo.InvariantCulture)} products are bought together in {Baskets(minBaskets)} or more, and each of their combinations would be listed"
            : $"More than {limit.ToString("N0", CultureInfo.InvariantCulture)} combinations of products are found in {Baskets(minBaskets)} or more";
        return why + ". Raise the support, or set a greatest length.";
    }

    private static string Baskets(int count) => count == 1 ? "1 basket" : count.ToString("N0", CultureInfo.InvariantCulture) + " baskets";
}
