using System.Runtime.CompilerServices;
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

        double upper = Select(values, values.Length / 2);
        if (values.Length % 2 != 0)
        {
            return upper;
        }

        double lower = double.NegativeInfinity;
        foreach (double value in values[..(values.Length / 2)])
        {
            lower = Math.Max(lower, value);
        }

        return (lower + upper) / 2;
    }

    /// <summary>
    /// The value at a rank, leaving no greater value before it (Hoare, Algorithm 65: Find, 1961). Swapping equal values too
    /// keeps the halves even where prices repeat, as they do.
    /// </summary>
    // Compiled fully at once: a single analysis is over before the runtime would warm up.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Select(Span<double> values, int rank)
    {
        int left = 0;
        int right = values.Length - 1;
        while (left < right)
        {
            double pivot = values[(left + right) / 2];
            int i = left;
            int j = right;
            while (i <= j)
            {
                while (values[i] < pivot)
                {
                    i++;
                }

                while (values[j] > pivot)
                {
                    j--;
                }

                if (i <= j)
                {
                    (values[i], values[j]) = (values[j], values[i]);
                    i++;
                    j--;
                }
            }

            if (rank <= j)
            {
                right = j;
            }
            else if (rank >= i)
            {
                left = i;
            }
            else
            {
                break;
            }
        }

        return values[rank];
    }
}
