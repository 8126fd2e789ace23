namespace CustomerDashboard.Core.Personas;

/// <summary>Counts the orders of each segment by weekday and hour.</summary>
internal static class OrderTimesBuilder
{
    private const int WindowHours = 3;

    private static readonly string[] Days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    public static OrderTimes[] Of(OrderLines orders, int[] segmentOfCustomer, int segments)
    {
        var days = new int[segments, 7];
        var hours = new int[segments, 24];
        var totals = new int[segments];
        bool hasHours = false;
        for (int order = 0; order < orders.Count; order++)
        {
            hasHours |= orders.Ticks[order] % TimeSpan.TicksPerDay != 0;
            int segment = segmentOfCustomer[orders.Customers[order]];
            if (segment < 0)
            {
                continue;
            }

            var moment = new DateTime(orders.Ticks[order], DateTimeKind.Unspecified);
            days[segment, ((int)moment.DayOfWeek + 6) % 7]++;
            hours[segment, moment.Hour]++;
            totals[segment]++;
        }

        var times = new OrderTimes[segments];
        for (int segment = 0; segment < segments; segment++)
        {
            double[] dayShares = Shares(days, segment, totals[segment]);
            double[] hourShares = Shares(hours, segment, totals[segment]);
            times[segment] = new OrderTimes(dayShares, hourShares, hasHours, Describe(dayShares, hourShares, hasHours));
        }

        return times;
    }

    private static double[] Shares(int[,] counts, int segment, int total)
    {
        var shares = new double[counts.GetLength(1)];
        for (int i = 0; i < shares.Length; i++)
        {
            shares[i] = total == 0 ? 0 : (double)counts[segment, i] / total;
        }

        return shares;
    }

    private static string Describe(double[] days, double[] hours, bool hasHours)
    {
        int first = Largest(days, except: -1);
        int second = Largest(days, except: first);
        string sentence = $"Order most on {Days[first]} ({PlainNumbers.Percent(days[first])} of orders) and {Days[second]} ({PlainNumbers.Percent(days[second])})";
        if (!hasHours)
        {
            return sentence + ".";
        }

        int start = 0;
        double best = 0;
        for (int hour = 0; hour + WindowHours <= hours.Length; hour++)
        {
            double share = hours[hour] + hours[hour + 1] + hours[hour + 2];
            if (share > best + 1e-12)
            {
                best = share;
                start = hour;
            }
        }

        return $"{sentence}; {PlainNumbers.Percent(best)} of orders come between {start:00}:00 and {start + WindowHours:00}:00.";
    }

    private static int Largest(double[] shares, int except)
    {
        int largest = except == 0 ? 1 : 0;
        for (int i = 0; i < shares.Length; i++)
        {
            if (i != except && shares[i] > shares[largest])
            {
                largest = i;
            }
        }

        return largest;
    }
}
