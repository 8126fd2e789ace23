using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Sampling;

/// <summary>When the synthetic retailer is busy: seasons, days of the week, hours, promotion weeks.</summary>
internal static class SampleCalendar
{
    public static readonly DateTime Start = new(2023, 1, 2, 0, 0, 0, DateTimeKind.Unspecified);
    public static readonly DateTime End = new(2024, 12, 9, 0, 0, 0, DateTimeKind.Unspecified);

    public static readonly int Days = (int)(End - Start).TotalDays;

    private static readonly double[] MonthWeight = [.75, .75, .9, .9, 1, .95, .9, .9, 1.15, 1.25, 1.55, 1.3];

    // Sunday first, as DayOfWeek counts; Saturday is the quiet day of a shop that sells by post.
    private static readonly double[] DayWeight = [.55, .95, 1.05, 1, 1.15, .9, .12];

    private static readonly double[] OfficeHours =
        [0, 0, 0, 0, 0, 0, .05, .2, .7, 1.2, 1.5, 1.5, 1.7, 1.5, 1.3, 1.1, .7, .4, .15, .1, .05, 0, 0, 0];

    private static readonly double[] EveningHours =
        [.05, 0, 0, 0, 0, 0, .05, .1, .2, .3, .4, .5, .7, .6, .5, .5, .6, .8, 1.1, 1.5, 1.6, 1.2, .6, .2];

    private static readonly double[] MorningHours =
        [0, 0, 0, 0, 0, .05, .3, 1.2, 1.8, 1.7, 1.2, .8, .4, .3, .3, .2, .1, 0, 0, 0, 0, 0, 0, 0];

    public static double Season(DateTime day) => MonthWeight[day.Month - 1];

    /// <summary>The last week of every month, and the ten days around Black Friday.</summary>
    public static bool IsPromotion(DateTime day) =>
        day.Day > DateTime.DaysInMonth(day.Year, day.Month) - 7 || (day.Month == 11 && day.Day >= 20);

    /// <summary>One product in four is on promotion, others every month.</summary>
    public static bool IsOnPromotion(int product, DateTime day) =>
        IsPromotion(day) && ((product * 7) + (day.Month * 5) + day.Year) % 4 == 0;

    /// <summary>A moment on the wanted day or one of the few after it, at an hour that suits the customer.</summary>
    public static DateTime Moment(DateTime wanted, SampleSegment segment, RandomSource random)
    {
        DateTime day = wanted.Date;
        for (int tries = 0; tries < 7 && random.NextDouble() * 1.15 > DayWeight[(int)day.DayOfWeek]; tries++)
        {
            day = day.AddDays(1);
        }

        double[] hours = segment switch
        {
            SampleSegment.Wholesale => MorningHours,
            SampleSegment.OneTime or SampleSegment.Gifter or SampleSegment.DiscountSeeker => EveningHours,
            _ => OfficeHours,
        };
        return day.AddHours(Choose(hours, random)).AddMinutes(random.NextInt(60));
    }

    /// <summary>An index, each as likely as its weight.</summary>
    public static int Choose(double[] weights, RandomSource random)
    {
        double total = 0;
        foreach (double weight in weights)
        {
            total += weight;
        }

        double point = random.NextDouble() * total;
        for (int i = 0; i < weights.Length; i++)
        {
            point -= weights[i];
            if (point < 0)
            {
                return i;
            }
        }

        return weights.Length - 1;
    }
}
