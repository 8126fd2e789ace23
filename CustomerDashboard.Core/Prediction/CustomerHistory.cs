namespace CustomerDashboard.Core.Prediction;

/// <summary>The running sums of one customer's lines from which the features are computed.</summary>
internal struct CustomerHistory()
{
    private double _spend;
    private double _units;
    private double _prices;
    private long _first = long.MaxValue;
    private long _last = long.MinValue;
    private long _firstOrder = long.MaxValue;
    private long _lastOrder = long.MinValue;
    private int _orders;
    private int _country = -1;

    public int Lines;
    public int Products;
    public int YearOrders;
    public double YearSpend;
    public int QuarterOrders;
    public double QuarterSpend;
    public int OutcomeOrders;
    public double OutcomeSpend;

    public void Add(long ticks, double amount, double quantity, double unitPrice, int country)
    {
        Lines++;
        _spend += amount;
        _units += quantity;
        _prices += unitPrice;
        if (ticks < _first)
        {
            _first = ticks;
            _country = country;
        }

        _last = Math.Max(_last, ticks);
    }

    /// <summary>Counts an order by the time of its first line in the file.</summary>
    public void AddOrder(long ticks)
    {
        _orders++;
        _firstOrder = Math.Min(_firstOrder, ticks);
        _lastOrder = Math.Max(_lastOrder, ticks);
    }

    /// <summary>Writes the features in the order of <see cref="PredictionFeatureCatalog.All"/>.</summary>
    public readonly void WriteFeatures(Span<double> row, long cutoff, int cancelledInvoices, int homeCountry)
    {
        double recency = Days(cutoff - _last);
        double tenure = Days(cutoff - _first);
        double gap = _orders > 1 ? Days(_lastOrder - _firstOrder) / (_orders - 1) : tenure;
        row[0] = _orders;
        row[1] = _spend;
        row[2] = Products;
        row[3] = _prices / Lines;
        row[4] = recency;
        row[5] = tenure;
        row[6] = _spend / _orders;
        row[7] = _units / _orders;
        row[8] = (double)Lines / _orders;
        row[9] = gap;
        row[10] = recency / (gap + 1);
        row[11] = QuarterOrders;
        row[12] = QuarterSpend;
        row[13] = YearOrders;
        row[14] = YearSpend;
        row[15] = (double)cancelledInvoices / (cancelledInvoices + _orders);
        row[16] = homeCountry >= 0 && _country == homeCountry ? 1 : 0;
    }

    private static double Days(long ticks) => ticks / (double)TimeSpan.TicksPerDay;
}
