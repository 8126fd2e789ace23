using System.Runtime.CompilerServices;
using CustomerDashboard.Core.Cleaning;
using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Segmentation;
using CustomerDashboard.Core.Transactions;

namespace CustomerDashboard.Core.Personas;

/// <summary>
/// Describes baskets, products, times and countries of every segment from the lines. Costs O(n) passes over the lines,
/// a sort of the orders of each segment, and one counter per segment and product.
/// </summary>
internal sealed class PurchaseProfiler
{
    private const double LeastLift = 1.2;
    private const int FewestBuyers = 5;
    private const double FewestBuyersShare = 0.02;
    private const int MostCountries = 5;

    // Which codes are postage or fees depends on the file alone, and moving the k slider should not find it out again.
    private static readonly ConditionalWeakTable<TransactionTable, HashSet<string>> Services = [];

    private readonly CleanedTransactions _lines;
    private readonly OrderLines _orders;
    private readonly int[] _segmentOfCustomer;
    private readonly SegmentSolution _solution;

    private PurchaseProfiler(CleanedTransactions lines, CustomerFeatureTable table, SegmentSolution solution)
    {
        _lines = lines;
        _solution = solution;
        _orders = OrderLines.Of(lines);
        _segmentOfCustomer = SegmentOfCustomer(lines, table, solution);
    }

    public static PurchaseProfile[] Of(
        CleanedTransactions lines, CustomerFeatureTable table, SegmentSolution solution, int products, CancellationToken cancellationToken)
    {
        var profiler = new PurchaseProfiler(lines, table, solution);
        cancellationToken.ThrowIfCancellationRequested();
        TypicalBasket[] baskets = profiler.Baskets();
        cancellationToken.ThrowIfCancellationRequested();
        ProductTally tally = ProductTally.Of(lines, profiler._orders, profiler._segmentOfCustomer, solution.Segments.Count);
        HashSet<string> notProducts = Services.GetValue(lines.Source, FindServices);
        OrderTimes[] times = OrderTimesBuilder.Of(profiler._orders, profiler._segmentOfCustomer, solution.Segments.Count);
        IReadOnlyList<PersonaCountry>[] countries = profiler.CountryShares();
        var profiles = new PurchaseProfile[solution.Segments.Count];
        for (int segment = 0; segment < profiles.Length; segment++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int size = solution.Segments[segment].Size;
            int fewest = Math.Max(FewestBuyers, (int)Math.Ceiling(FewestBuyersShare * size));
            bool IsProduct(PersonaProduct product) => product.Revenue > 0 && !notProducts.Contains(product.Code);

            // What one customer bought by the pallet is no picture of a segment, unless the segment is that small.
            IReadOnlyList<PersonaProduct> top = tally.Top(
                segment, size, products, product => product.Revenue, product => product.Customers >= fewest && IsProduct(product));
            profiles[segment] = new PurchaseProfile(
                baskets[segment],
                top.Count > 0 ? top : tally.Top(segment, size, products, product => product.Revenue, IsProduct),
                tally.Top(
                    segment,
                    size,
                    products,
                    product => product.OrderShare * Math.Log(product.Lift),
                    product => product.Lift >= LeastLift && product.Customers >= fewest && IsProduct(product)),
                times[segment],
                countries[segment]);
        }

        return profiles;
    }

    private static HashSet<string> FindServices(TransactionTable source) =>
        [.. NonProductDetector.Find(source).Where(candidate => candidate.IsLikely).Select(candidate => candidate.Code)];

    // The table may leave out customers (a window) or stand in another order than the lines.
    private static int[] SegmentOfCustomer(CleanedTransactions lines, CustomerFeatureTable table, SegmentSolution solution)
    {
        var rows = new Dictionary<string, int>(table.RowCount, StringComparer.Ordinal);
        for (int row = 0; row < table.RowCount; row++)
        {
            rows[table.CustomerIds[row]] = row;
        }

        var segments = new int[lines.CustomerCount];
        for (int customer = 0; customer < segments.Length; customer++)
        {
            segments[customer] = rows.TryGetValue(lines.CustomerIds[customer], out int row) ? solution.Labels[row] : -1;
        }

        return segments;
    }

    private TypicalBasket[] Baskets()
    {
        int segments = _solution.Segments.Count;
        var counts = new int[segments];
        for (int order = 0; order < _orders.Count; order++)
        {
            int segment = _segmentOfCustomer[_orders.Customers[order]];
            if (segment >= 0)
            {
                counts[segment]++;
            }
        }

        bool hasProducts = _lines.ProductCodes.Length > 0;
        double[][] values = Allocate(counts);
        double[][] units = Allocate(counts);
        double[][] lineCounts = Allocate(counts);
        double[][] products = Allocate(counts);
        var lastOrder = new int[_lines.ProductCodes.Length];
        Array.Fill(lastOrder, -1);
        var filled = new int[segments];
        for (int order = 0; order < _orders.Count; order++)
        {
            int segment = _segmentOfCustomer[_orders.Customers[order]];
            if (segment < 0)
            {
                continue;
            }

            int slot = filled[segment]++;
            for (int i = _orders.Starts[order]; i < _orders.Starts[order + 1]; i++)
            {
                int line = _orders.Lines[i];
                values[segment][slot] += _lines.Amount[line];
                units[segment][slot] += double.IsFinite(_lines.Quantity[line]) ? _lines.Quantity[line] : 0;
                lineCounts[segment][slot]++;
                int product = _lines.Product[line];
                if (product >= 0 && lastOrder[product] != order)
                {
                    lastOrder[product] = order;
                    products[segment][slot]++;
                }
            }
        }

        var baskets = new TypicalBasket[segments];
        for (int segment = 0; segment < segments; segment++)
        {
            baskets[segment] = new TypicalBasket(
                counts[segment],
                Median(values[segment]),
                Median(units[segment]),
                Median(lineCounts[segment]),
                hasProducts ? Median(products[segment]) : null);
        }

        return baskets;
    }

    private IReadOnlyList<PersonaCountry>[] CountryShares()
    {
        var result = new IReadOnlyList<PersonaCountry>[_solution.Segments.Count];
        int countries = _lines.Countries.Length;
        int[] home = HomeCountries(countries);
        var customers = new int[_solution.Segments.Count + 1, countries];
        var known = new int[_solution.Segments.Count + 1];
        for (int customer = 0; customer < home.Length; customer++)
        {
            int segment = _segmentOfCustomer[customer];
            if (segment >= 0 && home[customer] >= 0)
            {
                customers[segment, home[customer]]++;
                customers[_solution.Segments.Count, home[customer]]++;
                known[segment]++;
                known[_solution.Segments.Count]++;
            }
        }

        for (int segment = 0; segment < result.Length; segment++)
        {
            var shares = new List<PersonaCountry>();
            for (int country = 0; country < countries; country++)
            {
                if (customers[segment, country] > 0)
                {
                    double share = (double)customers[segment, country] / known[segment];
                    double shareOfAll = (double)customers[_solution.Segments.Count, country] / known[_solution.Segments.Count];
                    shares.Add(new PersonaCountry(_lines.Countries[country], customers[segment, country], share, share / shareOfAll));
                }
            }

            result[segment] = [.. shares.OrderByDescending(c => c.Customers).ThenBy(c => c.Name, StringComparer.Ordinal).Take(MostCountries)];
        }

        return result;
    }

    // Where most of a customer's lines are; the country that got there first on a tie.
    private int[] HomeCountries(int countries)
    {
        var home = new int[_lines.CustomerCount];
        Array.Fill(home, -1);
        var most = new int[home.Length];
        var counts = new Dictionary<long, int>();
        for (int line = 0; line < _lines.RowCount; line++)
        {
            int country = _lines.Country[line];
            if (country < 0)
            {
                continue;
            }

            int customer = _lines.Customer[line];
            long key = ((long)customer * countries) + country;
            int count = counts.GetValueOrDefault(key) + 1;
            counts[key] = count;
            if (count > most[customer])
            {
                most[customer] = count;
                home[customer] = country;
            }
        }

        return home;
    }

    private static double[][] Allocate(int[] counts)
    {
        var arrays = new double[counts.Length][];
        for (int i = 0; i < counts.Length; i++)
        {
            arrays[i] = new double[counts[i]];
        }

        return arrays;
    }

    private static double Median(double[] values)
    {
        Array.Sort(values);
        return values.Length == 0 ? double.NaN : (values[(values.Length - 1) / 2] + values[values.Length / 2]) / 2;
    }
}
