using CustomerDashboard.Core.Cleaning;

namespace CustomerDashboard.Core.Features;

/// <summary>
/// The usual price of each product: the median unit price over its lines with a price. A product seen once is always at
/// its usual price, so it never counts as a discount.
/// </summary>
internal static class UsualPrices
{
    /// <summary>One price per product; NaN where no line has one. Cost: O(n) expected, in parallel over products.</summary>
    public static double[] Medians(CleanedTransactions cleaned, bool[]? included, CancellationToken cancellationToken)
    {
        LinesByKey byProduct = LinesByKey.Of(cleaned.Product, cleaned.ProductCodes.Length, included);
        var usual = new double[cleaned.ProductCodes.Length];
        Parallel.For(0, usual.Length, new ParallelOptions { CancellationToken = cancellationToken }, () => Array.Empty<double>(), (product, _, prices) =>
        {
            ReadOnlySpan<int> lines = byProduct[product];
            if (prices.Length < lines.Length)
            {
                prices = new double[lines.Length * 2];
            }

            int count = 0;
            foreach (int line in lines)
            {
                if (cleaned.UnitPrice[line] > 0)
                {
                    prices[count++] = cleaned.UnitPrice[line];
                }
            }

            usual[product] = Median(prices.AsSpan(0, count));
            return prices;
        }, _ => { });
        return usual;
    }

    private static double Median(Span<double> values)
    {
        if (values.Length == 0)
        {
            return double.NaN;
        }

        values.Sort();
        return (values[(values.Length - 1) / 2] + values[values.Length / 2]) / 2;
    }
}
