using System.Runtime.CompilerServices;
using CustomerDashboard.Core.Cleaning;
using CustomerDashboard.Core.Features;

namespace CustomerDashboard.Core.Baskets;

/// <summary>
/// The distinct products of each basket as compact columns. Baskets stand in order of time (of equals, of first appearance), so
/// that a period is a range of them; products are numbered as in <see cref="CleanedTransactions.ProductCodes"/>. Building it is two counting sorts, O(lines).
/// </summary>
public sealed class BasketTable
{
    private readonly Lazy<(int[] Starts, int[] Baskets)> _byProduct;

    private BasketTable(int[] starts, int[] items, long[] ticks, int[] customer, int[] country, string[] codes, string[] names)
    {
        (Starts, Items, Ticks, Customer, Country, ProductCodes, ProductNames) = (starts, items, ticks, customer, country, codes, names);
        ProductBaskets = new int[codes.Length];
        foreach (int item in items)
        {
            ProductBaskets[item]++;
        }

        _byProduct = new(ListByProduct);
    }

    /// <summary>The number of baskets with at least one known product.</summary>
    public int Count => Starts.Length - 1;

    /// <summary>Basket b holds <see cref="Items"/>[Starts[b]..Starts[b + 1]].</summary>
    public int[] Starts { get; }

    /// <summary>Products, each once per basket, ascending within a basket.</summary>
    public int[] Items { get; }

    /// <summary>Time of the first line of each basket, ascending.</summary>
    public long[] Ticks { get; }

    /// <summary>Customer of each basket, an index into <see cref="CleanedTransactions.CustomerIds"/>; -1 where unknown.</summary>
    public int[] Customer { get; }

    /// <summary>Country of each basket's first line, an index into <see cref="CleanedTransactions.Countries"/>; -1 where unknown.</summary>
    public int[] Country { get; }

    public string[] ProductCodes { get; }

    /// <summary>The most frequent description of each product.</summary>
    public string[] ProductNames { get; }

    /// <summary>The number of baskets that hold each product.</summary>
    public int[] ProductBaskets { get; }

    public int ProductCount => ProductCodes.Length;

    /// <summary>The products of one basket, ascending.</summary>
    public ReadOnlySpan<int> this[int basket] => Items.AsSpan(Starts[basket], Starts[basket + 1] - Starts[basket]);

    /// <summary>The baskets that hold a product, ascending and so in order of time.</summary>
    public ReadOnlySpan<int> BasketsWith(int product)
    {
        var (starts, baskets) = _byProduct.Value;
        return baskets.AsSpan(starts[product], starts[product + 1] - starts[product]);
    }

    /// <summary>Baskets of cleaned lines. Lines without a known product count for nothing.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="kind">What counts as one basket. A line without a customer stands for its invoice even where baskets are customer-days.</param>
    /// <param name="included">Which lines count; null for all.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static BasketTable Of(CleanedTransactions lines, BasketKind kind = BasketKind.Invoice, bool[]? included = null)
    {
        ArgumentNullException.ThrowIfNull(lines);
        (int[] basketOf, int total) = kind == BasketKind.Invoice ? (lines.Invoice, lines.InvoiceCount) : CustomerDays(lines);
        // A basket's place in time and who bought it are those of its earliest line.
        var first = new int[total];
        Array.Fill(first, -1);
        var sizes = new int[total];
        for (int i = 0; i < basketOf.Length; i++)
        {
            if (lines.Product[i] >= 0 && (included is null || included[i]))
            {
                ref int earliest = ref first[basketOf[i]];
                if (earliest < 0 || lines.Ticks[i] < lines.Ticks[earliest])
                {
                    earliest = i;
                }

                sizes[basketOf[i]]++;
            }
        }

        int[] order = InTime(first, lines.Ticks);
        var starts = new int[order.Length + 1];
        var next = new int[total];
        for (int i = 0; i < order.Length; i++)
        {
            next[order[i]] = starts[i];
            starts[i + 1] = starts[i] + sizes[order[i]];
        }

        // Handing lines out product after product leaves each basket sorted, a product's repeats side by side.
        LinesByKey byProduct = LinesByKey.Of(lines.Product, lines.ProductCodes.Length, included);
        var items = GC.AllocateUninitializedArray<int>(byProduct.Lines.Length);
        foreach (int line in byProduct.Lines)
        {
            items[next[basketOf[line]]++] = lines.Product[line];
        }

        Deduplicate(starts, ref items);
        long[] ticks = new long[order.Length];
        int[] customer = new int[order.Length], country = new int[order.Length];
        for (int i = 0; i < order.Length; i++)
        {
            int line = first[order[i]];
            (ticks[i], customer[i], country[i]) = (lines.Ticks[line], lines.Customer[line], lines.Country[line]);
        }

        return new BasketTable(starts, items, ticks, customer, country, lines.ProductCodes, lines.ProductNames);
    }

    /// <summary>Baskets given as lists of products, in order of time; repeats count once and empty baskets stay.</summary>
    /// <param name="baskets">Products by number, from 0.</param>
    /// <param name="productCodes">The code of each product; it stands for the name too.</param>
    /// <exception cref="ArgumentException">A basket names a product without a code.</exception>
    public static BasketTable Of(IReadOnlyList<IReadOnlyCollection<int>> baskets, string[] productCodes)
    {
        ArgumentNullException.ThrowIfNull(baskets);
        ArgumentNullException.ThrowIfNull(productCodes);
        var starts = new int[baskets.Count + 1];
        var items = new List<int>();
        for (int b = 0; b < baskets.Count; b++)
        {
            int[] sorted = [.. baskets[b].Distinct().Order()];
            if (sorted.Length > 0 && (sorted[0] < 0 || sorted[^1] >= productCodes.Length))
            {
                throw new ArgumentException($"Basket {b} names product {(sorted[0] < 0 ? sorted[0] : sorted[^1])}; there are codes for 0 to {productCodes.Length - 1}.", nameof(baskets));
            }

            items.AddRange(sorted);
            starts[b + 1] = items.Count;
        }

        int[] unknown = new int[baskets.Count];
        Array.Fill(unknown, -1);
        return new BasketTable(starts, [.. items], new long[baskets.Count], unknown, unknown, productCodes, productCodes);
    }

    private static (int[] Codes, int Count) CustomerDays(CleanedTransactions lines)
    {
        var codes = new int[lines.RowCount];
        Dictionary<(long Who, long Day), int> numbers = [];
        for (int i = 0; i < codes.Length; i++)
        {
            (long, long) key = lines.Customer[i] >= 0
                ? (lines.Customer[i], lines.Ticks[i] / TimeSpan.TicksPerDay)
                : (-1 - (long)lines.Invoice[i], 0);
            if (!numbers.TryGetValue(key, out codes[i]))
            {
                codes[i] = numbers.Count;
                numbers.Add(key, codes[i]);
            }
        }

        return (codes, numbers.Count);
    }

    private static int[] InTime(int[] first, long[] ticks)
    {
        var order = new int[first.Length - first.AsSpan().Count(-1)];
        var times = new long[order.Length];
        int n = 0;
        for (int basket = 0; basket < first.Length; basket++)
        {
            if (first[basket] >= 0)
            {
                (times[n], order[n++]) = (ticks[first[basket]], basket);
            }
        }

        Array.Sort(times, order);
        for (int from = 0, to; from < n; from = to)
        {
            // The sort is free to exchange baskets of the same minute.
            for (to = from + 1; to < n && times[to] == times[from]; to++)
            {
            }

            order.AsSpan(from, to - from).Sort();
        }

        return order;
    }

    private static void Deduplicate(int[] starts, ref int[] items)
    {
        int kept = 0, from = 0;
        for (int b = 0; b + 1 < starts.Length; b++)
        {
            int end = starts[b + 1];
            starts[b] = kept;
            for (int i = from; i < end; i++)
            {
                if (i == from || items[i] != items[i - 1])
                {
                    items[kept++] = items[i];
                }
            }

            from = end;
        }

        starts[^1] = kept;
        Array.Resize(ref items, kept);
    }

    private (int[] Starts, int[] Baskets) ListByProduct()
    {
        var starts = new int[ProductCount + 1];
        for (int product = 0; product < ProductCount; product++)
        {
            starts[product + 1] = starts[product] + ProductBaskets[product];
        }

        int[] next = starts[..ProductCount];
        var baskets = GC.AllocateUninitializedArray<int>(Items.Length);
        for (int b = 0; b < Count; b++)
        {
            foreach (int product in this[b])
            {
                baskets[next[product]++] = b;
            }
        }

        return (starts, baskets);
    }
}
