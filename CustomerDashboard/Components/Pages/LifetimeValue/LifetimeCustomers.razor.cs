using CustomerDashboard.Components.Controls;
using CustomerDashboard.Core.LifetimeValue;
using Microsoft.AspNetCore.Components;

namespace CustomerDashboard.Components.Pages.LifetimeValue;

/// <summary>The customers with what can be expected of each: found, sorted, or only those who are overdue.</summary>
public partial class LifetimeCustomers
{
    private List<LifetimeRow> shown = [];
    private string search = "";
    private (LifetimeValueResult? Lifetime, bool Overdue, object? Names) built;

    [Parameter, EditorRequired]
    public LifetimeValueResult Lifetime { get; set; } = default!;

    /// <summary>The segment of each customer of the cleaned file; empty without segments.</summary>
    [Parameter]
    public int[] SegmentOf { get; set; } = [];

    /// <summary>Names and colours of the segments.</summary>
    [Parameter]
    public IReadOnlyList<(string Name, int Slot)> Names { get; set; } = [];

    [Parameter]
    public string Currency { get; set; } = "";

    [Parameter, EditorRequired]
    public string WorkspaceId { get; set; } = "";

    /// <summary>Only those whose next order is overdue.</summary>
    [Parameter]
    public bool Overdue { get; set; }

    [Parameter]
    public EventCallback<bool> OnView { get; set; }

    private string Unit => Currency.Length == 0 ? "" : $", {Currency}";

    private string Summary => Overdue
        ? $"{Numbers.Counted(shown.Count, "customer")} with two or more repeat purchases who have been away longer than nine in ten of their rhythm. The most valuable first."
        : $"{Numbers.Count(shown.Count)} of {Numbers.Counted(Lifetime.Customers.Count, "customer")}, the most valuable first.";

    protected override void OnParametersSet()
    {
        if (!ReferenceEquals(built.Lifetime, Lifetime) || built.Overdue != Overdue || !ReferenceEquals(built.Names, Names))
        {
            built = (Lifetime, Overdue, Names);
            Fill();
        }
    }

    private void Find(ChangeEventArgs change)
    {
        search = (change.Value as string ?? "").Trim();
        Fill();
    }

    private void Fill()
    {
        IEnumerable<LifetimeRow> rows = Lifetime.Customers
            .Where(one => (!Overdue || one.IsOverdue) && (search.Length == 0 || one.Id.Contains(search, StringComparison.OrdinalIgnoreCase)))
            .Select(one =>
            {
                int segment = SegmentOf.Length > one.Customer ? SegmentOf[one.Customer] : -1;
                return segment >= 0 && segment < Names.Count ? new LifetimeRow(one, Names[segment].Name, Names[segment].Slot) : new LifetimeRow(one, "", null);
            });
        shown = [.. Overdue ? rows.OrderByDescending(row => row.AtStake) : rows.OrderByDescending(row => row.Value12)];
    }

    private static string AliveHint(CustomerLifetime one) => one.Frequency == 0
        ? "Bought once, so there is no rhythm to tell from"
        : $"{Numbers.Counted(one.Frequency, "repeat purchase")} over {Numbers.Days(one.Recency)}, the last {Numbers.Days(one.Age - one.Recency)} before the end of the data";

    private static string NextHint(CustomerLifetime one) => one is { NextOrderEarly: { } early, NextOrderLate: { } late }
        ? $"Eight in ten come back between {Numbers.Date(early)} and {Numbers.Date(late)}"
        : "Too little is known to name a day";

    private static string NextText(CustomerLifetime one) => one switch
    {
        { Frequency: 0 } => Numbers.None,
        { NextOrder: { } next } => Numbers.Date(next),
        _ => "years ahead",
    };
}
