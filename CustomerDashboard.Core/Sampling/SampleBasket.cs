using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Sampling;

/// <summary>Draws the lines of one invoice after the other; <see cref="Lines"/> is used again for the next.</summary>
internal sealed class SampleBasket(RandomSource random)
{
    private const int Garden = 3;
    private const int Christmas = 4;

    private static readonly string[] Corrections = ["damaged", "check", "lost in warehouse", "smashed", "found again"];

    private readonly SampleCatalogue _catalogue = SampleCatalogue.Instance;
    private readonly HashSet<int> _taken = [];

    public List<SampleLine> Lines { get; } = [];

    public void Fill(SampleInvoice invoice, SampleCustomer? customer)
    {
        Lines.Clear();
        _taken.Clear();
        RandomSource draw = random.Split(invoice.Stream);
        if (invoice.Customer == SampleInvoice.StockCorrection)
        {
            CorrectStock(draw);
            return;
        }

        SampleSegment segment = customer?.Segment ?? SampleSegment.OneTime;
        var ordered = new DateTime(invoice.OrderedTicks, DateTimeKind.Unspecified);
        Order(segment, customer?.FavouriteTheme ?? draw.NextInt(SampleCatalogue.ThemeNames.Length), ordered, draw);
        AddCharges(customer?.Country, draw);
        if (invoice.Cancels)
        {
            Cancel(draw.Split(1));
        }
    }

    private void Order(SampleSegment segment, int favourite, DateTime day, RandomSource draw)
    {
        double mean = segment switch
        {
            SampleSegment.Loyal => 15,
            SampleSegment.Wholesale => 22,
            SampleSegment.DiscountSeeker => 9,
            SampleSegment.Regular => 11,
            SampleSegment.Lapsed => 11,
            _ => 7,
        };
        int wanted = 1 + (int)(mean * (.35 + (.65 * -Math.Log(1 - draw.NextDouble()))));
        wanted = Math.Min(wanted, 70);
        int theme = favourite;
        for (int i = 0; i < wanted; i++)
        {
            double where = draw.NextDouble();
            if (where < .12)
            {
                theme = draw.NextInt(SampleCatalogue.ThemeNames.Length);
            }
            else if (where < .25)
            {
                theme = Seasonal(segment, day) ?? favourite;
            }

            int product = _catalogue.Draw(theme, draw);
            if (segment == SampleSegment.DiscountSeeker)
            {
                for (int tries = 0; tries < 8 && !SampleCalendar.IsOnPromotion(product, day) && draw.NextDouble() < .9; tries++)
                {
                    product = _catalogue.Draw(theme, draw);
                }
            }

            Take(product, segment, day, draw);
            if (draw.NextDouble() < .4)
            {
                Take(product ^ 1, segment, day, draw);
            }
        }
    }

    private static int? Seasonal(SampleSegment segment, DateTime day) => day.Month switch
    {
        _ when segment == SampleSegment.Gifter => Christmas,
        >= 10 => Christmas,
        >= 4 and <= 7 => Garden,
        _ => null,
    };

    private void Take(int product, SampleSegment segment, DateTime day, RandomSource draw)
    {
        if (!_taken.Add(product))
        {
            return;
        }

        SampleProduct sold = _catalogue.Products[product];
        int quantity = segment switch
        {
            SampleSegment.Wholesale => 12 * (1 + draw.NextInt(draw.NextDouble() < .15 ? 24 : 8)),
            SampleSegment.Loyal => 1 + draw.NextInt(12),
            _ => draw.NextDouble() < .15 ? 12 : 1 + draw.NextInt(6),
        };
        int pence = SampleCalendar.IsOnPromotion(product, day) ? sold.Pence * 7 / 10 : sold.Pence;
        if (draw.NextDouble() < .0006)
        {
            pence = 0;
        }

        Lines.Add(new SampleLine(sold.Code, sold.Description, quantity, pence, draw.NextDouble() < .0125 ? 2 : 1));
    }

    private void AddCharges(string? country, RandomSource draw)
    {
        if (country is not (null or "United Kingdom") && draw.NextDouble() < .6)
        {
            Lines.Add(new SampleLine("POST", "POSTAGE", 1 + draw.NextInt(3), 1800, 1));
        }

        double rare = draw.NextDouble();
        if (rare < .006)
        {
            Lines.Add(new SampleLine("M", "Manual", 1, 100 + draw.NextInt(9000), 1));
        }
        else if (rare < .008)
        {
            Lines.Add(new SampleLine("BANK CHARGES", "Bank Charges", 1, 1500, 1));
        }
        else if (rare < .010)
        {
            Lines.Add(new SampleLine("S", "SAMPLES", 1, 100 + draw.NextInt(4000), 1));
        }
    }

    /// <summary>A quarter of cancellations take the whole order back, the others a line or a few.</summary>
    private void Cancel(RandomSource draw)
    {
        bool whole = draw.NextDouble() < .25;
        int kept = draw.NextInt(Lines.Count);
        for (int i = Lines.Count - 1; i >= 0; i--)
        {
            if (!whole && i != kept && draw.NextDouble() > .12)
            {
                Lines.RemoveAt(i);
                continue;
            }

            Lines[i] = Lines[i] with { Quantity = -Lines[i].Quantity, Copies = 1 };
        }
    }

    private void CorrectStock(RandomSource draw)
    {
        SampleProduct product = _catalogue.Products[draw.NextInt(_catalogue.Products.Length)];
        Lines.Add(new SampleLine(product.Code, Corrections[draw.NextInt(Corrections.Length)], -1 - draw.NextInt(120), 0, 1));
    }
}
