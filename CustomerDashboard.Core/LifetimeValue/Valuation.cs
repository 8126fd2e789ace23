namespace CustomerDashboard.Core.LifetimeValue;

/// <summary>What can be expected of each customer, given the fitted models.</summary>
internal sealed class Valuation(
    string[] ids, PurchaseDays days, PurchaseSnapshot known, IPurchaseModel model, GammaGammaModel? spending, double meanAmount, LifetimeValueOptions options)
{
    private const double DaysPerMonth = 365.25 / 12;

    /// <summary>A day further ahead than this is no date to put in a diary.</summary>
    private const double FarAhead = 3652;

    /// <summary>The expectations of one customer of the snapshot.</summary>
    public CustomerLifetime Of(int index)
    {
        int customer = known.Customers[index], x = known.Counts.Frequency[index];
        double recency = known.Counts.Recency[index], age = known.Counts.Age[index];
        double amount = AmountOf(x, known.MonetaryValue[index]);
        double[] purchases = new double[13];
        double[] values = new double[13];
        for (int month = 1; month <= 12; month++)
        {
            purchases[month] = model.ExpectedPurchases(month * DaysPerMonth, x, recency, age);
            double worth = options.Margin * amount / Math.Pow(1 + options.AnnualDiscountRate, month / 12.0);
            values[month] = values[month - 1] + (worth * (purchases[month] - purchases[month - 1]));
        }

        int last = days.Days(customer)[^1];
        double shape = model.RateShape + x, scale = model.RateScale + recency;
        DateOnly? late = x > 0 ? DayAfter(last, Gap(0.9, shape, scale)) : null;
        return new CustomerLifetime
        {
            Id = ids[customer],
            Customer = customer,
            Frequency = x,
            Recency = recency,
            Age = age,
            LastPurchase = DateOnly.FromDayNumber(last),
            Spent = Sum(days.Amounts(customer)),
            ProbabilityAlive = model.ProbabilityAlive(x, recency, age),
            Purchases3 = purchases[3],
            Purchases6 = purchases[6],
            Purchases12 = purchases[12],
            ExpectedAmount = amount,
            Value3 = values[3],
            Value6 = values[6],
            Value12 = values[12],
            NextOrder = x > 0 ? DayAfter(last, Gap(0.5, shape, scale)) : null,
            NextOrderEarly = x > 0 ? DayAfter(last, Gap(0.1, shape, scale)) : null,
            NextOrderLate = late,
            IsOverdue = x >= 2 && late?.DayNumber < days.LastDay,
            ValueIfAlive = options.Margin * amount * shape / scale * 365.25,
        };
    }

    private double AmountOf(int frequency, double own)
    {
        double amount = spending?.ExpectedAmount(own > 0 ? frequency : 0, own) ?? (frequency > 0 && own > 0 ? own : meanAmount);
        return double.IsFinite(amount) && amount > 0 ? amount : meanAmount;
    }

    /// <summary>The wait that a share of living customers of this history does not exceed: the rate is gamma distributed, so the wait follows Lomax's distribution.</summary>
    private static double Gap(double share, double shape, double scale) => scale * (Math.Pow(1 - share, -1 / shape) - 1);

    private static DateOnly? DayAfter(int day, double wait) => wait < FarAhead ? DateOnly.FromDayNumber(day + (int)Math.Ceiling(wait)) : null;

    private static double Sum(ReadOnlySpan<double> amounts)
    {
        double sum = 0;
        foreach (double amount in amounts)
        {
            sum += amount;
        }

        return sum;
    }
}
