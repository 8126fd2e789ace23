namespace CustomerDashboard.Core.Recommendations;

/// <summary>Why a product is offered.</summary>
public enum ReasonKind
{
    /// <summary>The customer bought it before.</summary>
    BoughtBefore,

    /// <summary>It is in baskets with something the customer has.</summary>
    SameBaskets,

    /// <summary>Customers who bought something this customer has bought it too.</summary>
    SameCustomers,

    /// <summary>It fits the taste found in the customer's purchases as a whole.</summary>
    CustomersLikeThis,

    /// <summary>Customers of the same segment buy it more than others do.</summary>
    PopularInSegment,

    /// <summary>It sells now.</summary>
    SellsNow,

    /// <summary>Many customers buy it.</summary>
    PopularWithEveryone,
}
