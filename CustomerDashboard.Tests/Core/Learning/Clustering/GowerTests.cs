using CustomerDashboard.Core.Learning.Clustering;
using CustomerDashboard.Core.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerDashboard.Tests.Core.Learning.Clustering;

public class GowerTests
{
    // Age 20..60 (range 40), income 10..30 (range 20, one missing), gender.
    private static readonly Matrix Numbers = Matrix.FromColumns([20, 60, 30], [10, 30, double.NaN]);
    private static readonly int[] Gender = [0, 1, 0];

    [Fact]
    public void Hand_worked_rows()
    {
        CondensedDistances distances = Gower.Distances(Numbers, [Gender]);
        Assert.Equal(1, distances[0, 1]);
        Assert.Equal(0.25 / 2, distances[0, 2], 6);
        Assert.Equal((0.75 + 1) / 2, distances[1, 2], 6);
    }

    [Fact]
    public void Weights_count()
    {
        CondensedDistances distances = Gower.Distances(Numbers, [Gender], [2, 5, 1]);
        Assert.Equal(2 * 0.25 / 3, distances[0, 2], 6);
        Assert.Equal(((2 * 0.75) + 1) / 3, distances[1, 2], 6);
        Assert.Equal(0.25, Gower.Distances(Numbers, [Gender], [1, 0, 0])[0, 2], 6);
    }

    [Fact]
    public void New_rows_are_compared_by_the_ranges_of_the_old()
    {
        GowerSpace space = Gower.Fit(Numbers, [Gender]);
        Assert.Equal((0.5 + 0.5 + 0) / 3, space.Between(0, [40, 20], [0]), 12);

        // Beyond the range counts as its end, and a category never seen differs from all.
        Assert.Equal((1 + 0 + 1) / 3.0, space.Between(0, [500, 10], [7]), 12);
        Assert.Equal(1, space.Between(2, [double.NaN, 10], [-1]));
        Matrix distances = space.DistancesTo([1, 0], Numbers, [Gender]);
        Assert.Equal([1, 0, 0, 1, 0.875, 0.125], distances.Values);
        Assert.Throws<ArgumentException>(() => space.Between(0, [1], [0]));
        Assert.Throws<ArgumentOutOfRangeException>(() => space.Between(3, [1, 1], [0]));
    }

    [Fact]
    public void Equals_the_plain_definition() =>
        Prop.ForAll(Gen.Choose(0, 100_000).ToArbitrary(), seed =>
        {
            (Matrix numbers, int[][] codes, double[] weights) = Random(seed);
            CondensedDistances distances = Gower.Distances(numbers, codes, weights);
            GowerSpace space = Gower.Fit(numbers, codes, weights);
            for (int a = 0; a < numbers.Rows; a++)
            {
                for (int b = 0; b < numbers.Rows; b++)
                {
                    double expected = a == b ? 0 : Plain(numbers, codes, weights, a, b);
                    bool same = Math.Abs(distances[a, b] - expected) < 1e-6
                        && (a == b || (float)space.Between(a, numbers.Row(b), [.. codes.Select(column => column[b])]) == distances[a, b]);
                    if (!same)
                    {
                        return false;
                    }
                }
            }

            return true;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void New_customers_with_the_values_of_old_ones_get_their_segment()
    {
        (Matrix numbers, int[][] codes, double[] weights) = Random(7);
        GowerSpace space = Gower.Fit(numbers, codes, weights);
        KMedoidsModel model = KMedoids.Fit(space.Distances(), new KMedoidsOptions { ClusterCount = 3 });
        Assert.Equal(model.Labels, model.Assign(space.DistancesTo(model.Medoids, numbers, codes)));
    }

    [Fact]
    public void Unusable_input_is_refused_in_words()
    {
        Assert.Throws<ArgumentException>(() => Gower.Fit(null));
        Assert.Contains("Categorical column 1", Assert.Throws<ArgumentException>(() => Gower.Fit(Numbers, [[0, 1]])).Message, StringComparison.Ordinal);
        Assert.Contains("row 2", Assert.Throws<ArgumentException>(() => Gower.Fit(Numbers, [[0, -2, 1]])).Message, StringComparison.Ordinal);
        Assert.Contains("infinite", Assert.Throws<ArgumentException>(() => Gower.Fit(new Matrix(1, 1, [double.PositiveInfinity]))).Message, StringComparison.Ordinal);
        Assert.Contains("Row 2", Assert.Throws<ArgumentException>(() => Gower.Fit(new Matrix(2, 1, [1, double.NaN]), [[0, -1]])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Gower.Fit(Numbers, [Gender], [1, 1]));
        Assert.Throws<ArgumentException>(() => Gower.Fit(Numbers, [Gender], [1, -1, 1]));
        Assert.Throws<ArgumentException>(() => Gower.Fit(Numbers, [Gender], [0, 0, 0]));
        Assert.Throws<ArgumentException>(() => Gower.Fit(Numbers, [Gender], [0, double.NaN, 1]));
    }

    private static (Matrix Numbers, int[][] Codes, double[] Weights) Random(int seed)
    {
        var random = new RandomSource(seed);
        int rows = 5 + random.NextInt(30);
        var numbers = new Matrix(rows, random.NextInt(4));
        for (int i = 0; i < numbers.Values.Length; i++)
        {
            numbers.Values[i] = random.NextInt(6) == 0 ? double.NaN : random.NextGaussian() * 50;
        }

        // The first categorical column is complete, so that every row has a value.
        int[][] codes = [.. Enumerable.Range(0, 1 + random.NextInt(3)).Select(column => Enumerable.Range(0, rows).Select(_ => random.NextInt(4) - (column == 0 ? 0 : 1)).ToArray())];
        return (numbers, codes, [.. Enumerable.Range(0, numbers.Columns + codes.Length).Select(_ => 0.5 + random.NextDouble())]);
    }

    private static double Plain(Matrix numbers, int[][] codes, double[] weights, int a, int b)
    {
        double sum = 0;
        double weight = 0;
        for (int column = 0; column < numbers.Columns; column++)
        {
            double[] known = [.. numbers.Column(column).Where(value => !double.IsNaN(value))];
            double difference = Math.Abs(numbers[a, column] - numbers[b, column]);
            if (!double.IsNaN(difference))
            {
                sum += difference == 0 ? 0 : weights[column] * difference / (known.Max() - known.Min());
                weight += weights[column];
            }
        }

        for (int column = 0; column < codes.Length; column++)
        {
            if (codes[column][a] >= 0 && codes[column][b] >= 0)
            {
                sum += codes[column][a] == codes[column][b] ? 0 : weights[numbers.Columns + column];
                weight += weights[numbers.Columns + column];
            }
        }

        return weight == 0 ? 1 : sum / weight;
    }
}
