using CustomerDashboard.Core.Features;

namespace CustomerDashboard.Core.Personas;

/// <summary>
/// The kinds of customers and their rules. Most are points in the space of standardised recency (R: higher is longer ago),
/// order count (F) and spend (M), in the tradition of RFM analysis (A. Hughes, "Strategic Database Marketing", 1994): a
/// segment fits the better the nearer it lies. Conditions in plain units keep a name from being absurd. The kinds beyond
/// RFM need a feature that stands out by itself.
/// </summary>
public static class Archetypes
{
    private const double BestFit = 3;

    // Of those with a rhythm, the share silent for over twice their usual gap from which on a segment counts as slipping away.
    private const double Overdue = 0.45;

    /// <summary>All kinds, in the order in which ties are resolved.</summary>
    public static IReadOnlyList<Archetype> All { get; } =
    [
        Near("KeyAccounts", "Key Accounts", -1.5, 2.7, 2.4,
            "At most six in a hundred customers, each spending at least six times the average.",
            f => f.Segment.CustomerShare <= 0.06 && f.Mean(FeatureIds.Monetary) >= 6 * f.MeanOfAll(FeatureIds.Monetary)
                && f.Z(FeatureIds.Recency) <= 0 && f.Z(FeatureIds.Frequency) >= 1),
        Near("Champions", "Champions", -1.2, 1.6, 1.5,
            "Bought just now, order most often and spend most.",
            f => f.Z(FeatureIds.Recency) <= -0.3 && f.Z(FeatureIds.Frequency) >= 0.7 && f.Z(FeatureIds.Monetary) >= 0.7),
        Near("HighValueLoyalists", "High-Value Loyalists", -0.5, 1.0, 1.0,
            "Order often and spend a lot, and bought recently.",
            f => f.Z(FeatureIds.Recency) <= 0.1 && f.Z(FeatureIds.Frequency) >= 0.3 && f.Z(FeatureIds.Monetary) >= 0.4),
        Near("LoyalCustomers", "Loyal Customers", -0.2, 0.5, 0.5,
            "Come back regularly and spend more than the typical customer.",
            f => f.Z(FeatureIds.Recency) <= 0.5 && f.Z(FeatureIds.Frequency) >= 0 && f.Z(FeatureIds.Monetary) >= 0 && f.OneOrderShare < 0.3
                && !(f.OverdueShare >= Overdue)),
        Near("ActiveRegulars", "Active Regulars", -1.3, 0.8, 0.7,
            "Bought just now and order more often than most.",
            f => f.Z(FeatureIds.Recency) <= -0.6 && f.Z(FeatureIds.Frequency) >= 0.4 && f.OneOrderShare < 0.2),
        Near("RisingRegulars", "Rising Regulars", -1.2, 0.2, 0.1,
            "Bought just now, are newer than most, and already order as often as the typical customer.",
            f => f.Z(FeatureIds.Recency) <= -0.6 && f.Z(FeatureIds.Frequency) is >= -0.3 and <= 0.7
                && f.Median(FeatureIds.Frequency) <= 6 && f.Z(FeatureIds.Tenure) <= -0.1 && f.OneOrderShare < 0.4),
        Near("SteadySmallSpenders", "Steady Small Spenders", -0.4, 0.4, -0.2,
            "Come back regularly for small amounts.",
            f => f.Z(FeatureIds.Recency) <= 0.3 && f.Z(FeatureIds.Frequency) >= 0 && f.OneOrderShare < 0.3
                && f.Z(FeatureIds.Monetary) <= f.Z(FeatureIds.Frequency) - 0.2),
        Near("PotentialLoyalists", "Potential Loyalists", -0.8, -0.2, -0.3,
            "Bought recently and have begun to come back, but are not yet regulars: four orders or fewer.",
            f => f.Z(FeatureIds.Recency) <= -0.2 && f.Z(FeatureIds.Frequency) is >= -0.8 and <= 0.6
                && f.Median(FeatureIds.Frequency) <= 4 && f.OneOrderShare < 0.7),
        Near("NewCustomers", "New Customers", -0.8, -0.9, -0.8,
            "Bought for the first time not long ago: at least half of them in the last 120 days and in the latest quarter of the time the data cover.",
            f => IsNew(f) && f.Z(FeatureIds.Recency) <= 0 && f.Z(FeatureIds.Frequency) <= 0),
        Near("PromisingNewcomers", "Promising Newcomers", -0.3, -0.6, 0.0,
            "New, and their orders are already larger than the typical one.",
            f => IsNew(f) && f.Z(FeatureIds.Recency) <= 0.2
                && f.Z(FeatureIds.Monetary) >= -0.4 && f.Z(FeatureIds.AverageOrderValue) >= 0.1),
        Near("OccasionalBuyers", "Occasional Buyers", 0.3, -0.2, -0.2,
            "Order now and then, neither much nor often.",
            f => f.Z(FeatureIds.Recency) is > -0.2 and < 0.6 && f.OneOrderShare < 0.5 && f.Z(FeatureIds.Monetary) <= 0.5),
        Near("OccasionalBigSpenders", "Occasional Big Spenders", 0.3, -0.2, 0.7,
            "Order rarely, but a lot at a time.",
            f => f.Z(FeatureIds.Monetary) >= f.Z(FeatureIds.Frequency) + 0.4 && f.OneOrderShare < 0.5 && f.Z(FeatureIds.Recency) > -0.3),
        Near("AtRisk", "At Risk", 0.7, 0.4, 0.4,
            "Used to come back and spend well; nearly half or more have been silent for over twice their usual gap.",
            f => f.Z(FeatureIds.Recency) >= 0 && f.Z(FeatureIds.Frequency) >= -0.1 && f.OverdueShare >= Overdue),
        Near("CannotLose", "Valuable but Slipping", 0.6, 1.1, 1.2,
            "Were among the best and have gone quiet.",
            f => f.Z(FeatureIds.Recency) >= 0.2 && f.Z(FeatureIds.Monetary) >= 0.6 && f.OverdueShare >= Overdue),
        Near("Hibernating", "Hibernating Customers", 0.8, -0.4, -0.4,
            "Most ordered more than once, but long ago.",
            f => f.Z(FeatureIds.Recency) >= 0.3 && f.OneOrderShare < 0.5),
        Near("OneTimeBuyers", "One-Time Buyers", 0.5, -0.9, -0.7,
            "Named after the greater part: at least half bought once and have not come back.",
            f => f.OneOrderShare >= 0.5 && f.Z(FeatureIds.Recency) > -0.3),
        Near("RecentOneTimeBuyers", "Recent First-Timers", -0.4, -1.0, -0.9,
            "At least half bought once, and they are new: at least half came in the last 120 days and in the latest quarter of the time the data cover.",
            f => f.OneOrderShare >= 0.5 && f.Z(FeatureIds.Recency) <= 0.1 && IsNew(f)),
        Near("BigOneTimeBuyers", "One-Time Big Spenders", 0.5, -0.9, 0.3,
            "At least half bought once, and they spent much more than such customers usually do.",
            f => f.OneOrderShare >= 0.5 && f.Z(FeatureIds.Monetary) >= -0.3 && f.Z(FeatureIds.AverageOrderValue) >= 0.3),
        Near("LostSmallBuyers", "Lost Small Buyers", 1.1, -1.0, -1.2,
            "Bought little, once or twice, and long ago.",
            f => f.Z(FeatureIds.Recency) >= 0.6 && f.Z(FeatureIds.Monetary) <= -0.5),
        Near("OneTimeSmallBuyers", "One-Time Small Buyers", 0.2, -1.0, -1.4,
            "At least half bought once, and for a small amount.",
            f => f.OneOrderShare >= 0.5 && f.Z(FeatureIds.Monetary) <= -0.7),
        new("WholesaleBuyers", "Wholesale Buyers",
            "Take at least three times the average units per order and spend far more than the average customer.")
        {
            Score = f => f.Mean(FeatureIds.UnitsPerBasket) >= 3 * f.MeanOfAll(FeatureIds.UnitsPerBasket)
                && f.Mean(FeatureIds.Monetary) >= 2 * f.MeanOfAll(FeatureIds.Monetary)
                ? BestFit - 0.5 + StandsOut(f, FeatureIds.UnitsPerBasket, 1.5) : null,
        },
        new("BigBaskets", "Big-Basket Shoppers",
            "Spend or take clearly more per order than the average customer without ordering more often.")
        {
            Score = f => Math.Max(f.Z(FeatureIds.AverageOrderValue), f.Z(FeatureIds.UnitsPerBasket)) >= 0.6
                && f.Z(FeatureIds.Frequency) < 0.6 && f.Z(FeatureIds.Recency) < 0.5
                ? 1.2 + StandsOut(f, FeatureIds.AverageOrderValue, 0.6) : null,
        },
        new("DiscountSeekers", "Discount Seekers",
            "Buy at least one and a half times the average share below the usual price, and that sets them apart more than how much and how often they buy.")
        {
            Score = f => f.Z(FeatureIds.DiscountShare) >= 0.5 && SetsApartMost(f, FeatureIds.DiscountShare)
                && f.Mean(FeatureIds.DiscountShare) >= 1.5 * f.MeanOfAll(FeatureIds.DiscountShare)
                ? BestFit - 0.8 + StandsOut(f, FeatureIds.DiscountShare, 0.7) : null,
        },
        new("FrequentReturners", "Frequent Returners",
            "Cancel at least twice the average share of what they order, and that sets them apart more than how much and how often they buy.")
        {
            Score = f => f.Z(FeatureIds.ReturnRate) >= 0.8 && SetsApartMost(f, FeatureIds.ReturnRate)
                && f.Mean(FeatureIds.ReturnRate) >= 2 * f.MeanOfAll(FeatureIds.ReturnRate)
                ? BestFit - 0.8 + StandsOut(f, FeatureIds.ReturnRate, 1.0) : null,
        },
    ];

    private static bool IsNew(SegmentFacts facts) =>
        facts.Median(FeatureIds.Tenure) <= Math.Min(120, 0.25 * facts.DaysCovered)
        && facts.Mean(FeatureIds.Tenure) <= 0.4 * facts.DaysCovered;

    private static Archetype Near(
        string id, string name, double recency, double frequency, double monetary, string rule, Func<SegmentFacts, bool> condition) =>
        new(id, name, rule)
        {
            Score = facts => condition(facts) ? BestFit - Distance(facts, recency, frequency, monetary) : null,
        };

    private static double Distance(SegmentFacts facts, double recency, double frequency, double monetary)
    {
        double sum = Squared(facts.Z(FeatureIds.Recency) - recency) + Squared(facts.Z(FeatureIds.Frequency) - frequency);
        return facts.Find(FeatureIds.Monetary) is null ? sum * 1.5 : sum + Squared(facts.Z(FeatureIds.Monetary) - monetary);
    }

    private static double Squared(double value) => value * value;

    private static double StandsOut(SegmentFacts facts, string id, double from) => Math.Min(1.5, facts.Z(id) - from);

    // The best customers get volume prices and return things too; they are not named after that.
    private static bool SetsApartMost(SegmentFacts facts, string id) =>
        facts.Z(id) > Math.Max(facts.Z(FeatureIds.Frequency), facts.Z(FeatureIds.Monetary));
}
