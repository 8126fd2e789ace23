using CustomerDashboard.Core.LifetimeValue;

namespace CustomerDashboard.Components.Pages.LifetimeValue;

/// <summary>One customer in the table: the columns that can be sorted.</summary>
/// <param name="Of">The customer.</param>
/// <param name="Segment">The segment's name; empty without one.</param>
/// <param name="Slot">The segment's colour, or null.</param>
public sealed record LifetimeRow(CustomerLifetime Of, string Segment, int? Slot)
{
    public string Id => Of.Id;

    public double Value12 => Of.Value12;

    public double Purchases12 => Of.Purchases12;

    public double Amount => Of.ExpectedAmount;

    public double Alive => Of.ProbabilityAlive;

    public double AtStake => Of.ValueIfAlive;

    public DateOnly Last => Of.LastPurchase;

    public DateOnly? Next => Of.NextOrder;
}
