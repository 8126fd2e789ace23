namespace CustomerDashboard.Core.Personas;

/// <summary>One country of a segment; a customer counts where most of its lines are.</summary>
/// <param name="Name">The country.</param>
/// <param name="Customers">The segment's customers there.</param>
/// <param name="Share">That as a share of the segment's customers.</param>
/// <param name="Lift">That share divided by the country's share of all customers.</param>
public sealed record PersonaCountry(string Name, int Customers, double Share, double Lift);
