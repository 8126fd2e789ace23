namespace CustomerDashboard.Core.Personas;

/// <summary>What the lines of a segment's customers tell of it.</summary>
internal sealed record PurchaseProfile(
    TypicalBasket Basket,
    IReadOnlyList<PersonaProduct> TopProducts,
    IReadOnlyList<PersonaProduct> DistinctiveProducts,
    OrderTimes Times,
    IReadOnlyList<PersonaCountry> Countries);
