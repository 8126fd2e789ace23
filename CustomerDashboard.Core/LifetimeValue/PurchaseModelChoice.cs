namespace CustomerDashboard.Core.LifetimeValue;

/// <summary>Which model foretells purchases.</summary>
public enum PurchaseModelChoice
{
    BestOnHoldout,
    BgNbd,
    ParetoNbd,
}
