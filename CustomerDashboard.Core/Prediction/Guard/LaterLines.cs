using CustomerDashboard.Core.Cleaning;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Prediction.Guard;

/// <summary>A cleaned file whose lines after a moment can be touched, while those before stay as they are.</summary>
internal sealed class LaterLines
{
    private readonly CleanedTransactions _data;
    private readonly int[] _later;
    private readonly int[] _laterCancellations;

    public LaterLines(CleanedTransactions data, DateTime cutoff)
    {
        _data = data;
        _later = After(data.Ticks, cutoff.Ticks);
        _laterCancellations = After(data.Cancellations.Ticks, cutoff.Ticks);
    }

    public int Count => _later.Length + _laterCancellations.Length;

    public CleanedTransactions Deleted()
    {
        int[] lines = Others(_data.RowCount, _later);
        int[] cancellations = Others(_data.Cancellations.Ticks.Length, _laterCancellations);
        return With(
            Pick(_data.SourceRow, lines), Pick(_data.Customer, lines), Pick(_data.Invoice, lines), Pick(_data.Product, lines), Pick(_data.Country, lines),
            Pick(_data.Ticks, lines), Pick(_data.Quantity, lines), Pick(_data.UnitPrice, lines), Pick(_data.Amount, lines),
            new CancelledLines(
                Pick(_data.Cancellations.Customer, cancellations), Pick(_data.Cancellations.Invoice, cancellations),
                Pick(_data.Cancellations.Ticks, cancellations), Pick(_data.Cancellations.Amount, cancellations)));
    }

    /// <summary>Every column of the later lines is shuffled for itself.</summary>
    public CleanedTransactions Shuffled(int seed)
    {
        var random = new RandomSource(seed);
        CancelledLines cancelled = _data.Cancellations;
        return With(
            _data.SourceRow, Shuffled(_data.Customer, _later, random.Split(0)), Shuffled(_data.Invoice, _later, random.Split(1)),
            Shuffled(_data.Product, _later, random.Split(2)), Shuffled(_data.Country, _later, random.Split(3)), Shuffled(_data.Ticks, _later, random.Split(4)),
            Shuffled(_data.Quantity, _later, random.Split(5)), Shuffled(_data.UnitPrice, _later, random.Split(6)), Shuffled(_data.Amount, _later, random.Split(7)),
            new CancelledLines(
                Shuffled(cancelled.Customer, _laterCancellations, random.Split(8)), Shuffled(cancelled.Invoice, _laterCancellations, random.Split(9)),
                Shuffled(cancelled.Ticks, _laterCancellations, random.Split(10)), Shuffled(cancelled.Amount, _laterCancellations, random.Split(11))));
    }

    /// <summary>The later lines get products, countries, amounts and days they never had.</summary>
    public CleanedTransactions Scrambled(int seed)
    {
        var random = new RandomSource(seed);
        var product = (int[])_data.Product.Clone();
        var country = (int[])_data.Country.Clone();
        var ticks = (long[])_data.Ticks.Clone();
        var quantity = (double[])_data.Quantity.Clone();
        var price = (double[])_data.UnitPrice.Clone();
        var amount = (double[])_data.Amount.Clone();
        var cancelTicks = (long[])_data.Cancellations.Ticks.Clone();
        var cancelAmount = (double[])_data.Cancellations.Amount.Clone();
        foreach (int line in _later)
        {
            product[line] = random.NextInt(_data.ProductCodes.Length + 1) - 1;
            country[line] = random.NextInt(_data.Countries.Length + 1) - 1;
            quantity[line] = 1e4 * random.NextDouble();
            price[line] = 1e4 * random.NextDouble();
            amount[line] = 1e6 * random.NextDouble();
            ticks[line] += (long)(random.NextDouble() * TimeSpan.TicksPerDay * 400);
        }

        foreach (int line in _laterCancellations)
        {
            cancelTicks[line] += (long)(random.NextDouble() * TimeSpan.TicksPerDay * 400);
            cancelAmount[line] = -1e6 * random.NextDouble();
        }

        return With(
            _data.SourceRow, _data.Customer, _data.Invoice, product, country, ticks, quantity, price, amount,
            _data.Cancellations with { Ticks = cancelTicks, Amount = cancelAmount });
    }

    private CleanedTransactions With(
        int[] sourceRow, int[] customer, int[] invoice, int[] product, int[] country, long[] ticks, double[] quantity, double[] unitPrice, double[] amount,
        CancelledLines cancellations) => new()
        {
            Source = _data.Source,
            SourceRow = sourceRow,
            Customer = customer,
            Invoice = invoice,
            Product = product,
            Country = country,
            Ticks = ticks,
            Quantity = quantity,
            UnitPrice = unitPrice,
            Amount = amount,
            CustomerIds = _data.CustomerIds,
            InvoiceCount = _data.InvoiceCount,
            ProductCodes = _data.ProductCodes,
            ProductNames = _data.ProductNames,
            Countries = _data.Countries,
            Cancellations = cancellations,
        };

    private static int[] After(long[] ticks, long moment)
    {
        var places = new List<int>();
        for (int i = 0; i < ticks.Length; i++)
        {
            if (ticks[i] > moment)
            {
                places.Add(i);
            }
        }

        return [.. places];
    }

    private static int[] Others(int count, int[] places)
    {
        var rest = new int[count - places.Length];
        int next = 0;
        int filled = 0;
        for (int i = 0; i < count; i++)
        {
            if (next < places.Length && places[next] == i)
            {
                next++;
            }
            else
            {
                rest[filled++] = i;
            }
        }

        return rest;
    }

    private static T[] Pick<T>(T[] values, int[] places) => Array.ConvertAll(places, place => values[place]);

    private static T[] Shuffled<T>(T[] values, int[] places, RandomSource random)
    {
        T[] touched = Pick(values, places);
        random.Shuffle<T>(touched);
        var result = (T[])values.Clone();
        for (int i = 0; i < places.Length; i++)
        {
            result[places[i]] = touched[i];
        }

        return result;
    }
}
