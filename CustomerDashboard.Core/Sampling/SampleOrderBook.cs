using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Sampling;

/// <summary>Who the customers are and when they order: everything but the lines.</summary>
internal sealed class SampleOrderBook
{
    private const int FirstCustomerId = 12346;

    private static readonly (SampleSegment Segment, double Share)[] Shares =
    [
        (SampleSegment.Loyal, .12), (SampleSegment.Wholesale, .04), (SampleSegment.DiscountSeeker, .15), (SampleSegment.Regular, .21),
        (SampleSegment.OneTime, .21), (SampleSegment.New, .08), (SampleSegment.Lapsed, .13), (SampleSegment.Gifter, .06),
    ];

    private static readonly string[] Countries =
        ["United Kingdom", "Germany", "France", "EIRE", "Spain", "Netherlands", "Belgium", "Switzerland", "Portugal", "Australia", "Norway"];

    private static readonly double[] CountryWeights = [.84, .035, .033, .02, .013, .012, .012, .01, .01, .008, .007];
    private static readonly double[] TradeCountryWeights = [.55, .12, .1, .08, .03, .05, .02, .02, .01, .01, .01];

    private readonly RandomSource _random;
    private readonly List<SampleInvoice> _invoices = [];

    private SampleOrderBook(SampleOptions options)
    {
        _random = new RandomSource(options.Seed);
        Customers = PlantCustomers(options.Customers, _random.Split(0));
    }

    public SampleCustomer[] Customers { get; }

    /// <summary>All invoices in the order of time.</summary>
    public IReadOnlyList<SampleInvoice> Invoices => _invoices;

    public static SampleOrderBook Create(SampleOptions options, CancellationToken cancellationToken)
    {
        var book = new SampleOrderBook(options);
        for (int i = 0; i < book.Customers.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            book.Order(i, book._random.Split(1).Split(i));
        }

        int named = book._invoices.Count;
        RandomSource others = book._random.Split(2);
        for (int i = 0; i < (named * 3 / 10) + 1; i++)
        {
            book.Add(SampleCalendar.Start.AddDays(others.NextInt(SampleCalendar.Days - 8)), SampleSegment.OneTime, SampleInvoice.Guest, others);
        }

        for (int i = 0; i < (named / 60) + 1; i++)
        {
            DateTime day = SampleCalendar.Start.AddDays(others.NextInt(SampleCalendar.Days - 8));
            book.Add(day, SampleSegment.Regular, SampleInvoice.StockCorrection, others);
        }

        book._invoices.Sort();
        return book;
    }

    private static SampleCustomer[] PlantCustomers(int count, RandomSource random)
    {
        var segments = new SampleSegment[count];
        int filled = 0;
        double cumulative = 0;
        foreach (var (segment, share) in Shares)
        {
            cumulative += share;
            for (int end = (int)Math.Round(cumulative * count); filled < Math.Min(end, count); filled++)
            {
                segments[filled] = segment;
            }
        }

        random.Shuffle<SampleSegment>(segments);
        var customers = new SampleCustomer[count];
        for (int i = 0; i < count; i++)
        {
            double[] weights = segments[i] == SampleSegment.Wholesale ? TradeCountryWeights : CountryWeights;
            string country = Countries[SampleCalendar.Choose(weights, random)];
            customers[i] = new SampleCustomer(FirstCustomerId + i, segments[i], country, random.NextInt(SampleCatalogue.ThemeNames.Length));
        }

        return customers;
    }

    private void Order(int customer, RandomSource random)
    {
        int days = SampleCalendar.Days;
        switch (Customers[customer].Segment)
        {
            case SampleSegment.Loyal:
                Repeat(customer, random, random.NextInt(240), days, 13 + (9 * random.NextDouble()));
                break;
            case SampleSegment.Wholesale:
                Repeat(customer, random, random.NextInt(300), days, 17 + (16 * random.NextDouble()));
                break;
            case SampleSegment.Regular:
                Repeat(customer, random, random.NextInt(320), days, 60 + (50 * random.NextDouble()));
                break;
            case SampleSegment.DiscountSeeker:
                Repeat(customer, random, random.NextInt(300), days, 40 + (30 * random.NextDouble()));
                break;
            case SampleSegment.Lapsed:
                int stop = days - 210 - random.NextInt(220);
                Repeat(customer, random, random.NextInt(Math.Max(1, stop - 160)), stop, 22 + (22 * random.NextDouble()));
                break;
            case SampleSegment.New:
                int first = days - 8 - random.NextInt(52);
                Add(SampleCalendar.Start.AddDays(first), SampleSegment.New, customer, random);
                if (random.NextDouble() < .45)
                {
                    Add(SampleCalendar.Start.AddDays(first + 3 + random.NextInt(20)), SampleSegment.New, customer, random);
                }

                break;
            case SampleSegment.Gifter:
                int orders = 0;
                foreach (int year in (int[])[2023, 2024])
                {
                    for (int i = random.NextInt(3); i > 0 || (year == 2024 && orders == 0); i--, orders++)
                    {
                        Add(new DateTime(year, 10, 20).AddDays(random.NextInt(44)), SampleSegment.Gifter, customer, random);
                    }
                }

                break;
            default:
                Add(SampleCalendar.Start.AddDays(random.NextInt(days - 75)), SampleSegment.OneTime, customer, random);
                break;
        }
    }

    private void Repeat(int customer, RandomSource random, int firstDay, int lastDay, double meanGap)
    {
        SampleSegment segment = Customers[customer].Segment;
        double day = firstDay;
        do
        {
            DateTime wanted = SampleCalendar.Start.AddDays((int)day);
            if (segment == SampleSegment.DiscountSeeker)
            {
                while (!SampleCalendar.IsPromotion(wanted))
                {
                    wanted = wanted.AddDays(1);
                }
            }

            Add(wanted, segment, customer, random);
            double gap = meanGap * (.45 - (.55 * Math.Log(1 - random.NextDouble()))) / SampleCalendar.Season(wanted);
            day = Math.Max((wanted - SampleCalendar.Start).TotalDays, day) + Math.Max(1, gap);
        }
        while (day < lastDay);
    }

    private void Add(DateTime wanted, SampleSegment segment, int customer, RandomSource random)
    {
        DateTime moment = SampleCalendar.Moment(wanted, segment, random);
        if (moment >= SampleCalendar.End)
        {
            return;
        }

        int stream = _invoices.Count;
        _invoices.Add(new SampleInvoice(moment.Ticks, customer, stream, moment.Ticks));
        double returns = segment is SampleSegment.Wholesale or SampleSegment.DiscountSeeker ? .13 : .07;
        if (customer == SampleInvoice.StockCorrection || random.NextDouble() >= returns)
        {
            return;
        }

        DateTime cancelled = moment.AddMinutes(5 + (random.NextDouble() < .2 ? random.NextInt(40) : random.NextInt(20 * 24 * 60)));
        if (cancelled < SampleCalendar.End)
        {
            _invoices.Add(new SampleInvoice(cancelled.Ticks, customer, stream, moment.Ticks));
        }
    }
}
