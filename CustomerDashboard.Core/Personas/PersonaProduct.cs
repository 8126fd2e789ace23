namespace CustomerDashboard.Core.Personas;

/// <summary>What a product means to a segment.</summary>
/// <param name="Code">The product's code.</param>
/// <param name="Name">Its usual description.</param>
/// <param name="Revenue">What the segment spent on it.</param>
/// <param name="RevenueShare">That as a share of the segment's revenue.</param>
/// <param name="Customers">How many customers of the segment bought it.</param>
/// <param name="CustomerShare">That as a share of the segment's customers.</param>
/// <param name="OrderShare">Share of the segment's orders that contain it.</param>
/// <param name="Lift">That share divided by the share of all orders that contain it; one large buyer cannot inflate it.</param>
public sealed record PersonaProduct(
    string Code, string Name, double Revenue, double RevenueShare, int Customers, double CustomerShare, double OrderShare, double Lift);
