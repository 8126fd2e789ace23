using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Learning.Preprocessing;

namespace CustomerDashboard.Core.Segmentation;

/// <summary>
/// Describes every feature of a table over all customers and over the segments of any division of them. Sorting happens
/// once, O(d n log n); each division then costs O(d n).
/// </summary>
internal sealed class FeatureProfiler
{
    private const double LogSkewness = 1;

    private readonly CustomerFeatureTable _table;
    private readonly SortedFeature[] _features;

    public FeatureProfiler(CustomerFeatureTable table)
    {
        _table = table;
        _features = new SortedFeature[table.Columns.Count];
        Overall = new FeatureProfile[_features.Length];
        for (int i = 0; i < _features.Length; i++)
        {
            _features[i] = SortedFeature.Of(table.Columns[i]);
            SortedFeature feature = _features[i];
            Overall[i] = Describe(i, feature.Values, table.RowCount - feature.Values.Length);
        }
    }

    /// <summary>Every feature over all customers.</summary>
    public FeatureProfile[] Overall { get; }

    /// <summary>Every feature (inner) of every segment (outer) of a division.</summary>
    public FeatureProfile[][] Describe(int[] labels, int[] sizes)
    {
        var profiles = new FeatureProfile[sizes.Length][];
        for (int segment = 0; segment < sizes.Length; segment++)
        {
            profiles[segment] = new FeatureProfile[_features.Length];
        }

        var parts = new double[sizes.Length][];
        var filled = new int[sizes.Length];
        for (int i = 0; i < _features.Length; i++)
        {
            SortedFeature feature = _features[i];
            for (int segment = 0; segment < sizes.Length; segment++)
            {
                parts[segment] = new double[sizes[segment]];
                filled[segment] = 0;
            }

            for (int rank = 0; rank < feature.Rows.Length; rank++)
            {
                int segment = labels[feature.Rows[rank]];
                parts[segment][filled[segment]++] = feature.Values[rank];
            }

            for (int segment = 0; segment < sizes.Length; segment++)
            {
                profiles[segment][i] = Describe(i, parts[segment].AsSpan(0, filled[segment]), sizes[segment] - filled[segment]);
            }
        }

        return profiles;
    }

    private FeatureProfile Describe(int index, ReadOnlySpan<double> ascending, int missing)
    {
        SortedFeature feature = _features[index];
        int count = ascending.Length;
        double mean = double.NaN;
        double deviation = double.NaN;
        double lowerQuartile = Quantile(ascending, 0.25);
        double upperQuartile = Quantile(ascending, 0.75);
        double lowerWhisker = double.NaN;
        double upperWhisker = double.NaN;
        double difference = 0;
        if (count > 0)
        {
            (mean, deviation) = SortedFeature.Moments(ascending, onLogScale: false);
            (lowerWhisker, upperWhisker) = Whiskers(ascending, lowerQuartile, upperQuartile);
            if (feature.Deviation > 0)
            {
                double scaledMean = feature.OnLogScale ? SortedFeature.Moments(ascending, onLogScale: true).Mean : mean;
                difference = (scaledMean - feature.Centre) / feature.Deviation;
            }
        }

        return new FeatureProfile
        {
            FeatureId = _table.Definitions[index].Id,
            Count = count,
            Missing = missing,
            Mean = mean,
            Median = Quantile(ascending, 0.5),
            StandardDeviation = deviation,
            Minimum = count > 0 ? ascending[0] : double.NaN,
            LowerQuartile = lowerQuartile,
            UpperQuartile = upperQuartile,
            Maximum = count > 0 ? ascending[^1] : double.NaN,
            LowerWhisker = lowerWhisker,
            UpperWhisker = upperWhisker,
            StandardisedDifference = difference,
            OnLogScale = feature.OnLogScale,
        };
    }

    // Linear between order statistics, as in R's type 7 and most spreadsheets.
    private static double Quantile(ReadOnlySpan<double> ascending, double probability)
    {
        if (ascending.Length == 0)
        {
            return double.NaN;
        }

        double position = probability * (ascending.Length - 1);
        int below = (int)position;
        double fraction = position - below;
        return fraction == 0 ? ascending[below] : ascending[below] + (fraction * (ascending[below + 1] - ascending[below]));
    }

    private static (double Lower, double Upper) Whiskers(ReadOnlySpan<double> ascending, double lowerQuartile, double upperQuartile)
    {
        double reach = 1.5 * (upperQuartile - lowerQuartile);
        int first = 0;
        while (ascending[first] < lowerQuartile - reach)
        {
            first++;
        }

        int last = ascending.Length - 1;
        while (ascending[last] > upperQuartile + reach)
        {
            last--;
        }

        return (ascending[first], ascending[last]);
    }

    private sealed record SortedFeature(int[] Rows, double[] Values, bool OnLogScale, double Centre, double Deviation)
    {
        public static SortedFeature Of(double[] column)
        {
            int count = 0;
            foreach (double value in column)
            {
                count += double.IsFinite(value) ? 1 : 0;
            }

            var rows = new int[count];
            var values = new double[count];
            int next = 0;
            for (int row = 0; row < column.Length; row++)
            {
                if (double.IsFinite(column[row]))
                {
                    rows[next] = row;
                    values[next++] = column[row];
                }
            }

            Array.Sort(values, rows);
            bool onLogScale = count > 0 && values[0] >= 0 && Skewness(values) > LogSkewness;
            (double centre, double deviation) = count == 0 || values[0] == values[^1] ? (0, 0) : Moments(values, onLogScale);
            return new SortedFeature(rows, values, onLogScale, centre, deviation);
        }

        public static (double Mean, double Deviation) Moments(ReadOnlySpan<double> values, bool onLogScale)
        {
            double sum = 0;
            foreach (double value in values)
            {
                sum += onLogScale ? LogTransform.Apply(value) : value;
            }

            double mean = sum / values.Length;
            double squares = 0;
            foreach (double value in values)
            {
                double difference = (onLogScale ? LogTransform.Apply(value) : value) - mean;
                squares += difference * difference;
            }

            return (mean, Math.Sqrt(squares / values.Length));
        }

        private static double Skewness(double[] values)
        {
            (double mean, double deviation) = Moments(values, onLogScale: false);
            if (!(deviation > 0))
            {
                return 0;
            }

            double cubes = 0;
            foreach (double value in values)
            {
                double standardised = (value - mean) / deviation;
                cubes += standardised * standardised * standardised;
            }

            return cubes / values.Length;
        }
    }
}
