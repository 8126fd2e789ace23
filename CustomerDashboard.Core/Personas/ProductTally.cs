using CustomerDashboard.Core.Cleaning;

namespace CustomerDashboard.Core.Personas;

/// <summary>Revenue, buyers and orders of every product in every segment.</summary>
internal sealed class ProductTally
{
    private readonly CleanedTransactions _lines;
    private readonly double[,] _revenue;
    private readonly int[,] _buyers;
    private readonly int[,] _orders;
    private readonly double[] _segmentRevenue;
    private readonly int[] _segmentOrders;

    private ProductTally(CleanedTransactions lines, OrderLines orders, int[] segmentOfCustomer, int segments)
    {
        _lines = lines;
        int products = lines.ProductCodes.Length;
        _revenue = new double[segments, products];
        _buyers = new int[segments, products];
        _orders = new int[segments, products];
        _segmentRevenue = new double[segments];
        _segmentOrders = new int[segments];
        CountRevenueAndBuyers(segmentOfCustomer);
        CountOrders(orders, segmentOfCustomer);
    }

    public static ProductTally Of(CleanedTransactions lines, OrderLines orders, int[] segmentOfCustomer, int segments) =>
        new(lines, orders, segmentOfCustomer, segments);

    /// <summary>The products of a segment that pass a condition, the highest score first; ties by revenue, then by code.</summary>
    public IReadOnlyList<PersonaProduct> Top(
        int segment, int customers, int count, Func<PersonaProduct, double> score, Func<PersonaProduct, bool> condition)
    {
        double allOrders = _segmentOrders.Sum();
        var candidates = new List<PersonaProduct>();
        for (int product = 0; product < _lines.ProductCodes.Length; product++)
        {
            if (_buyers[segment, product] == 0)
            {
                continue;
            }

            double revenue = _revenue[segment, product];
            int ordersOfAll = 0;
            for (int other = 0; other < _segmentOrders.Length; other++)
            {
                ordersOfAll += _orders[other, product];
            }

            double orderShare = (double)_orders[segment, product] / _segmentOrders[segment];
            var described = new PersonaProduct(
                _lines.ProductCodes[product],
                _lines.ProductNames[product].Trim(),
                revenue,
                _segmentRevenue[segment] > 0 ? revenue / _segmentRevenue[segment] : 0,
                _buyers[segment, product],
                (double)_buyers[segment, product] / customers,
                orderShare,
                orderShare / (ordersOfAll / allOrders));
            if (condition(described))
            {
                candidates.Add(described);
            }
        }

        return [.. candidates.OrderByDescending(score).ThenByDescending(p => p.Revenue).ThenBy(p => p.Code, StringComparer.Ordinal).Take(count)];
    }

    private void CountRevenueAndBuyers(int[] segmentOfCustomer)
    {
        var lastBuyer = new int[_lines.ProductCodes.Length];
        Array.Fill(lastBuyer, -1);
        foreach (int line in ByCustomer(_lines))
        {
            int customer = _lines.Customer[line];
            int segment = segmentOfCustomer[customer];
            if (segment < 0)
            {
                continue;
            }

            double amount = _lines.Amount[line];
            _segmentRevenue[segment] += amount;
            int product = _lines.Product[line];
            if (product < 0)
            {
                continue;
            }

            _revenue[segment, product] += amount;
            if (lastBuyer[product] != customer)
            {
                lastBuyer[product] = customer;
                _buyers[segment, product]++;
            }
        }
    }

    private void CountOrders(OrderLines orders, int[] segmentOfCustomer)
    {
        var lastOrder = new int[_lines.ProductCodes.Length];
        Array.Fill(lastOrder, -1);
        for (int order = 0; order < orders.Count; order++)
        {
            int segment = segmentOfCustomer[orders.Customers[order]];
            if (segment < 0)
            {
                continue;
            }

            _segmentOrders[segment]++;
            for (int i = orders.Starts[order]; i < orders.Starts[order + 1]; i++)
            {
                int product = _lines.Product[orders.Lines[i]];
                if (product >= 0 && lastOrder[product] != order)
                {
                    lastOrder[product] = order;
                    _orders[segment, product]++;
                }
            }
        }
    }

    private static int[] ByCustomer(CleanedTransactions lines)
    {
        var next = new int[lines.CustomerCount + 1];
        for (int line = 0; line < lines.RowCount; line++)
        {
            next[lines.Customer[line] + 1]++;
        }

        for (int customer = 0; customer < lines.CustomerCount; customer++)
        {
            next[customer + 1] += next[customer];
        }

        var order = new int[lines.RowCount];
        for (int line = 0; line < lines.RowCount; line++)
        {
            order[next[lines.Customer[line]]++] = line;
        }

        return order;
    }
}
