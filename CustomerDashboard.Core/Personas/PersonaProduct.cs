namespace CustomerDashboard.Core.Personas;

/// <summary>What a product means to a segment.</summary>
/// <param name="Code">The product's code.</param>
/// <param name="Name">Its usual description.</param>
/// <param name="Revenue">What the segment spent on it.</param>
/// <param name="RevenueShare">That as a share of the segment's revenue.</param>
/// <param name="Customers">How many customers of the segment bought it.</param>
/// <param name="CustomerShare">That as a share of the segment's customers.</param>
/// <param name="Lift">The share of the segment's revenue divided by the product's share of all revenue.</param>
public sealed record PersonaProduct(
    string Code, string Name, double Revenue, double RevenueShare, int Customers, double CustomerShare, double Lift);
