using CustomerDashboard.Core.Learning.Classification;
using CustomerDashboard.Core.Learning.Neighbours;
using CustomerDashboard.Core.Learning.Regression;
using CustomerDashboard.Core.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerDashboard.Tests.Core.Learning.Classification;

public class KNearestNeighboursTests
{
    [Fact]
    public void Votes_and_means_equal_those_of_looking_at_every_row() =>
        Prop.ForAll(Gen.Choose(1, 100_000).ToArbitrary(), seed =>
        {
            var random = new RandomSource(seed);
            int rows = 20 + random.NextInt(150);
            int columns = 1 + random.NextInt(6);
            int k = 1 + random.NextInt(12);
            var points = new Matrix(rows, columns);
            var classes = new int[rows];
            var targets = new double[rows];
            for (int row = 0; row < rows; row++)
            {
                classes[row] = row < 3 ? row : random.NextInt(3);
                targets[row] = random.NextGaussian();
                for (int column = 0; column < columns; column++)
                {
                    // Few distinct values, so that ties and distance 0 are common.
                    points[row, column] = random.NextInt(5);
                }
            }

            var options = new KNearestNeighboursOptions
            {
                Neighbours = k,
                Weighting = random.NextInt(2) == 0 ? NeighbourWeighting.Uniform : NeighbourWeighting.Distance,
            };
            Matrix questions = points.SelectRows([.. Enumerable.Range(0, 10)]);
            for (int i = 0; i < questions.Values.Length; i += 2)
            {
                questions.Values[i] += 0.5;
            }

            Matrix shares = KNearestNeighboursClassifier.Fit(points, classes, 3, options).PredictProbabilities(questions);
            double[] means = KNearestNeighboursRegressor.Fit(points, targets, options).Predict(questions);
            for (int question = 0; question < questions.Rows; question++)
            {
                double[] distances =
                    [.. Enumerable.Range(0, rows).Select(row => Distances.Euclidean(questions.Row(question), points.Row(row)))];
                int[] nearest = [.. Enumerable.Range(0, rows).OrderBy(row => distances[row]).ThenBy(row => row).Take(k)];
                bool met = nearest.Any(row => distances[row] == 0);
                double[] weights =
                [
                    .. nearest.Select(row => options.Weighting == NeighbourWeighting.Uniform ? 1 : met ? (distances[row] == 0 ? 1 : 0) : 1 / distances[row]),
                ];
                double sum = weights.Sum();
                double mean = nearest.Select((row, i) => targets[row] * weights[i] / sum).Sum();
                for (int kind = 0; kind < 3; kind++)
                {
                    double share = nearest.Select((row, i) => classes[row] == kind ? weights[i] / sum : 0).Sum();
                    if (Math.Abs(share - shares[question, kind]) > 1e-9)
                    {
                        return false;
                    }
                }

                if (Math.Abs(mean - means[question]) > 1e-9)
                {
                    return false;
                }
            }

            return true;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Fewer_rows_than_neighbours_are_told_in_words()
    {
        var points = new Matrix(4, 1, [1, 2, 3, 4]);
        var fault = Assert.Throws<ArgumentException>(() => KNearestNeighboursClassifier.Fit(points, [true, false, true, false], null));
        Assert.Contains("There are 4 rows to learn from but 15 neighbours to ask", fault.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new KNearestNeighboursOptions { Neighbours = 0 }.Validate());
    }
}
