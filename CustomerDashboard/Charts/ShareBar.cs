namespace CustomerDashboard.Charts;

/// <summary>One segment in <see cref="SharesFigure"/>.</summary>
/// <param name="Name">What the segment is called.</param>
/// <param name="Slot">Its colour.</param>
/// <param name="Customers">How many customers it has.</param>
/// <param name="CustomerShare">Their share of all customers.</param>
/// <param name="Revenue">What they spent; null where the file has no money.</param>
/// <param name="RevenueShare">Their share of what all spent.</param>
public sealed record ShareBar(string Name, int Slot, int Customers, double CustomerShare, double? Revenue, double? RevenueShare);
