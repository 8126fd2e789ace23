namespace CustomerDashboard.Core.LifetimeValue;

/// <summary>What some of the customers are still good for, together.</summary>
/// <param name="Group">A segment, or months since January of year 1.</param>
/// <param name="Customers">How many they are.</param>
/// <param name="ExpectedAlive">How many of them can be expected to still be customers.</param>
/// <param name="Purchases12">Purchases to expect of them in 12 months.</param>
/// <param name="Value12">Their value over 12 months.</param>
public sealed record LifetimeShare(int Group, int Customers, double ExpectedAlive, double Purchases12, double Value12)
{
    /// <summary>Adds up customers by a number each has, ascending; those below 0 are left out.</summary>
    public static IReadOnlyList<LifetimeShare> By(IEnumerable<CustomerLifetime> customers, Func<CustomerLifetime, int> group) =>
    [
        .. customers.GroupBy(group)
            .Where(members => members.Key >= 0)
            .OrderBy(members => members.Key)
            .Select(members => new LifetimeShare(
                members.Key, members.Count(), members.Sum(one => one.ProbabilityAlive), members.Sum(one => one.Purchases12), members.Sum(one => one.Value12))),
    ];

    /// <summary>By the month of the first purchase.</summary>
    /// <param name="customers">The customers.</param>
    /// <param name="end">The day their ages count to.</param>
    public static IReadOnlyList<LifetimeShare> ByFirstMonth(IEnumerable<CustomerLifetime> customers, DateOnly end) => By(customers, one =>
    {
        DateOnly first = end.AddDays(-(int)one.Age);
        return ((first.Year - 1) * 12) + first.Month - 1;
    });

    /// <summary>The month that a group of <see cref="ByFirstMonth"/> stands for.</summary>
    public static DateOnly Month(int group) => new((group / 12) + 1, (group % 12) + 1, 1);
}
