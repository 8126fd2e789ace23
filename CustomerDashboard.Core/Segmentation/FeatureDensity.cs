using CustomerDashboard.Core.Features;

namespace CustomerDashboard.Core.Segmentation;

/// <summary>
/// The spread of a feature in each segment by a Gaussian kernel, its width by Silverman's rule (B. W. Silverman, "Density Estimation for
/// Statistics and Data Analysis", 1986). Values are first put into narrow bins, so it costs O(n log n + k b^2) for b bins. Positive
/// skewed features are taken by their logarithm; otherwise the outermost half percent at either end is left out of the picture.
/// </summary>
public static class FeatureDensity
{
    private const int Bins = 256;
    private const double Tail = 0.005;

    // Whole numbers, such as orders, would else become a row of needles.
    private const double NarrowestShare = 1.0 / 80;

    /// <summary>The curves of one feature.</summary>
    /// <param name="table">The features.</param>
    /// <param name="feature">The position of the feature.</param>
    /// <param name="solution">The segments of the same customers.</param>
    /// <exception cref="ArgumentException">The solution is not of this table.</exception>
    public static FeatureDensityCurves Of(CustomerFeatureTable table, int feature, SegmentSolution solution)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(solution);
        if (solution.Labels.Length != table.RowCount)
        {
            throw new ArgumentException($"The segments are of {solution.Labels.Length} customers, the features of {table.RowCount}.", nameof(solution));
        }

        FeatureProfile all = solution.Overall[feature];
        bool log = all is { OnLogScale: true, Minimum: > 0 };
        var values = new List<double>[solution.Segments.Count];
        for (int segment = 0; segment < values.Length; segment++)
        {
            values[segment] = [];
        }

        double[] column = table.Columns[feature];
        for (int row = 0; row < column.Length; row++)
        {
            if (double.IsFinite(column[row]))
            {
                values[solution.Labels[row]].Add(log ? Math.Log10(column[row]) : column[row]);
            }
        }

        double[] known = [.. values.SelectMany(list => list).Order()];
        if (known.Length == 0)
        {
            return new FeatureDensityCurves([], [.. values.Select(_ => Array.Empty<double>())], log, 0);
        }

        int cut = log ? 0 : (int)(Tail * known.Length);
        double low = known[cut];
        double high = known[known.Length - 1 - cut];
        double room = high > low ? 0.03 * (high - low) : Math.Max(1, Math.Abs(high)) * 0.05;
        // Nothing lies below zero where nothing can, as with days.
        double from = !log && low >= 0 && low - room < 0 ? 0 : low - room;
        double step = (high + room - from) / (Bins - 1);
        double[] grid = [.. Enumerable.Range(0, Bins).Select(i => from + (step * i))];
        return new FeatureDensityCurves(
            log ? [.. grid.Select(exponent => Math.Pow(10, exponent))] : grid,
            [.. values.Select(list => Curve([.. list.Order()], from, step))],
            log,
            known.Count(value => value < from || value > high + room));
    }

    private static double[] Curve(double[] ascending, double from, double step)
    {
        if (ascending.Length < 2)
        {
            return [];
        }

        var counts = new double[Bins];
        foreach (double value in ascending)
        {
            double place = (value - from) / step;
            int bin = (int)Math.Floor(place);
            if (bin >= 0 && bin < Bins - 1)
            {
                counts[bin] += bin + 1 - place;
                counts[bin + 1] += place - bin;
            }
            else if (bin == Bins - 1)
            {
                counts[bin]++;
            }
        }

        double width = Math.Max(Bandwidth(ascending), NarrowestShare * Bins * step);
        // The curve of a value near the edge would end there and lose area; what falls beyond is folded back.
        var curve = new double[Bins];
        for (int bin = 0; bin < Bins; bin++)
        {
            if (counts[bin] > 0)
            {
                Spread(counts[bin], bin, step / width, curve);
            }
        }

        double area = curve.Sum() * step;
        for (int bin = 0; bin < Bins && area > 0; bin++)
        {
            curve[bin] /= area;
        }

        return curve;
    }

    private static void Spread(double count, int centre, double stepInWidths, double[] curve)
    {
        int reach = (int)Math.Ceiling(4 / stepInWidths);
        for (int offset = -reach; offset <= reach; offset++)
        {
            int bin = centre + offset;
            bin = bin < 0 ? -1 - bin : bin >= Bins ? (2 * Bins) - 1 - bin : bin;
            if (bin >= 0 && bin < Bins)
            {
                double distance = offset * stepInWidths;
                curve[bin] += count * Math.Exp(-0.5 * distance * distance);
            }
        }
    }

    private static double Bandwidth(double[] ascending)
    {
        double mean = ascending.Average();
        double deviation = Math.Sqrt(ascending.Sum(value => (value - mean) * (value - mean)) / ascending.Length);
        double middle = (ascending[(int)(0.75 * (ascending.Length - 1))] - ascending[(int)(0.25 * (ascending.Length - 1))]) / 1.34;
        double spread = middle > 0 ? Math.Min(deviation, middle) : deviation;
        return 0.9 * spread * Math.Pow(ascending.Length, -0.2);
    }
}
