namespace CustomerDashboard.Core.Baskets;

/// <summary>Products to be offered together.</summary>
/// <param name="Products">The products, ascending.</param>
/// <param name="Values">What each usually brings in a basket: the median amount of its lines.</param>
/// <param name="Complete">Baskets that hold all of them.</param>
/// <param name="LackingOne">Baskets that lack exactly one of them.</param>
/// <param name="Lift">How many times as often they are together as if each were bought on its own.</param>
/// <param name="ExtraRevenue">What completed baskets would add over a period as long as the data, after the discount.</param>
/// <param name="DiscountCost">What the discount would cost on baskets that are complete anyway.</param>
public sealed record Bundle(int[] Products, double[] Values, int Complete, int LackingOne, double Lift, double ExtraRevenue, double DiscountCost)
{
    /// <summary>What is left of the extra revenue after the discount on baskets complete anyway.</summary>
    public double NetRevenue => ExtraRevenue - DiscountCost;
}
