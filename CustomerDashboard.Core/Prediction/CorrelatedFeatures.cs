using System.Globalization;
using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Learning.Preprocessing;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Prediction;

/// <summary>Finds model inputs whose effects cannot be told apart, and says what that means for reading them one by one.</summary>
internal static class CorrelatedFeatures
{
    /// <summary>From here on two inputs share two thirds of their variation.</summary>
    public const double Strong = 0.8;

    private const int Named = 3;

    /// <summary>Every pair with |r| of at least <see cref="Strong"/>, the strongest first. Costs O(n d^2).</summary>
    /// <param name="values">n x d, as read from the file; correlated on the log scale of the model.</param>
    /// <param name="features">The d columns.</param>
    public static IReadOnlyList<CorrelatedPair> Find(Matrix values, IReadOnlyList<FeatureDefinition> features)
    {
        Matrix scaled = LogTransform.Transform(values);
        var columns = new double[features.Count][];
        for (int column = 0; column < columns.Length; column++)
        {
            columns[column] = Standardised(scaled.Column(column));
        }

        var pairs = new List<CorrelatedPair>();
        for (int i = 0; i < columns.Length; i++)
        {
            for (int j = i + 1; j < columns.Length; j++)
            {
                double product = 0;
                for (int row = 0; row < values.Rows; row++)
                {
                    product += columns[i][row] * columns[j][row];
                }

                if (Math.Abs(product) >= Strong)
                {
                    pairs.Add(new CorrelatedPair(features[i].Name, features[j].Name, Math.Clamp(product, -1, 1)));
                }
            }
        }

        return [.. pairs.OrderByDescending(pair => Math.Abs(pair.Correlation))];
    }

    /// <summary>What a reader of the single effects has to know; the sentence holds with no pair at all.</summary>
    public static string Caveat(IReadOnlyList<CorrelatedPair> pairs)
    {
        const string Association = "These effects describe how customers differed in the past, not what would happen if you changed a value.";
        if (pairs.Count == 0)
        {
            return Association;
        }

        string names = string.Join("; ", pairs.Take(Named).Select(pair =>
            string.Create(CultureInfo.InvariantCulture, $"{pair.First} with {pair.Second} (r {pair.Correlation:0.00})")));
        string rest = pairs.Count > Named ? $"; and {pairs.Count - Named} more {(pairs.Count == Named + 1 ? "pair" : "pairs")}" : "";
        return $"{Association} Some go together so closely that the model divides one effect between them, and one of them may then seem to work the other way: {names}{rest}. Read those together.";
    }

    // Mean 0 and length 1, so that the sum of products of two columns is their correlation; a constant column is 0 everywhere.
    private static double[] Standardised(double[] values)
    {
        double mean = 0;
        foreach (double value in values)
        {
            mean += value;
        }

        mean /= Math.Max(1, values.Length);
        double squares = 0;
        for (int i = 0; i < values.Length; i++)
        {
            values[i] -= mean;
            squares += values[i] * values[i];
        }

        double length = Math.Sqrt(squares);
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = length > 1e-9 ? values[i] / length : 0;
        }

        return values;
    }
}
