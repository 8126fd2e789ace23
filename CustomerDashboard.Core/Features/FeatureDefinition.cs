namespace CustomerDashboard.Core.Features;

/// <summary>What one customer feature means.</summary>
/// <param name="Id">The stable identifier used in recipes, exports and links, in PascalCase ("MonetaryValue").</param>
/// <param name="Name">The manager's words ("Total spend").</param>
/// <param name="Term">The field's term beside it ("Monetary, historic CLV").</param>
/// <param name="Unit">"days", "orders", "currency", "units", "products", "share".</param>
/// <param name="Description">One sentence in plain words.</param>
/// <param name="Formula">How it is computed.</param>
/// <param name="HigherIsBetter">True, false, or null where neither is better.</param>
public sealed record FeatureDefinition(
    string Id, string Name, string Term, string Unit, string Description, string Formula, bool? HigherIsBetter);
