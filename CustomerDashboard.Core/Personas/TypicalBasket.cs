namespace CustomerDashboard.Core.Personas;

/// <summary>The middle order of a segment: medians over its orders.</summary>
/// <param name="Orders">The number of orders behind the medians.</param>
/// <param name="MedianValue">Revenue of an order.</param>
/// <param name="MedianUnits">Units in an order.</param>
/// <param name="MedianLines">Lines of an order.</param>
/// <param name="MedianProducts">Different products in an order; null without product codes.</param>
public sealed record TypicalBasket(int Orders, double MedianValue, double MedianUnits, double MedianLines, double? MedianProducts);
