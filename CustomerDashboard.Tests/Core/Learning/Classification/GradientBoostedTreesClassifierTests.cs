using CustomerDashboard.Core.Learning.Classification;
using CustomerDashboard.Core.Learning.Metrics;
using CustomerDashboard.Core.Learning.Trees;
using CustomerDashboard.Core.Numerics;
using CustomerDashboard.Tests.Core.Learning.Trees;

namespace CustomerDashboard.Tests.Core.Learning.Classification;

public class GradientBoostedTreesClassifierTests
{
    private static readonly GradientBoostedTreesOptions AllRows = new() { RowShare = 1, TreeCount = 20, LearningRate = 0.3 };

    [Fact]
    public void One_split_worked_by_hand()
    {
        // Half say yes: every margin starts at 0, so g is 1/2 or -1/2 and h is 1/4. Between 2 and 3: G = 1 and -1, H = 1/2 each.
        var points = new Matrix(4, 1, [1, 2, 3, 4]);
        var options = new GradientBoostedTreesOptions { TreeCount = 1, RowShare = 1, MaxDepth = 1, MinChildWeight = 0, LearningRate = 0.5, L2 = 1 };
        GradientBoostedTreesClassifierModel model = GradientBoostedTreesClassifier.Fit(points, [false, false, true, true], options);
        BoostedTreeNode root = model.Ensemble.Trees[0].Nodes[0];
        Assert.Equal((0, 2.5), (root.Feature, root.Threshold));
        Assert.Equal((1 / 1.5 + 1 / 1.5) / 2, root.Gain, 1e-8);
        Assert.Equal(1, root.Cover, 1e-8);
        Assert.Equal(-0.5 / 1.5, model.Ensemble.Trees[0].Nodes[root.Left].Value, 1e-8);
        Assert.Equal(1 / (1 + Math.Exp(-0.5 / 1.5)), model.PredictProbability(points)[3], 1e-8);
    }

    [Theory]
    [InlineData(0, 1, 0, 0, 0.0)]
    [InlineData(0, 1, 0, 1, 0.2)]
    [InlineData(0.3, 0, 0, 0.5, 0.2)]
    [InlineData(0, 0.5, 0.15, 0.1, 0.1)]
    public void Small_cases_agree_with_the_formulas_tried_on_every_split(double l1, double l2, double gamma, double weight, double missing)
    {
        var options = AllRows with { TreeCount = 4, L1 = l1, L2 = l2, Gamma = gamma, MinChildWeight = weight };
        for (int seed = 0; seed < 8; seed++)
        {
            (Matrix points, bool[] labels, _) = TreeSamples.Draw(40, 3, seed, missing);

            // Rows that count alike make ties between splits; weights that differ leave one best split.
            var random = new RandomSource(seed);
            double[] weights = [.. labels.Select(_ => 0.5 + random.NextDouble())];
            double[] expected = NaiveBoosting.Margins(points, labels, weights, options);
            double[] margins = GradientBoostedTreesClassifier.Fit(points, labels, options, weights).Ensemble.Margins(points)[0];
            for (int row = 0; row < margins.Length; row++)
            {
                Assert.Equal(expected[row], margins[row], 1e-6);
            }
        }
    }

    [Fact]
    public void With_all_rows_every_tree_lowers_the_loss()
    {
        (Matrix points, bool[] labels, _) = TreeSamples.Draw(300, 4, 1, 0.05);
        BoostedTreeEnsemble ensemble = GradientBoostedTreesClassifier.Fit(points, labels, AllRows with { TreeCount = 40 }).Ensemble;
        double before = double.PositiveInfinity;
        for (int rounds = 0; rounds <= 40; rounds++)
        {
            double[] margins = ensemble.FirstRounds(rounds).Margins(points)[0];
            double loss = margins.Select((m, row) => Math.Log(1 + Math.Exp(labels[row] ? -m : m))).Average();
            Assert.True(loss < before);
            before = loss;
        }
    }

    [Fact]
    public void Weights_count_as_repeated_rows()
    {
        (Matrix points, bool[] labels, _) = TreeSamples.Draw(120, 3, 4, 0.1);
        double[] weights = TreeSamples.DrawWeights(120, 9);
        int[] repeated = TreeSamples.Repeated(weights);
        double[] weighted = GradientBoostedTreesClassifier.Fit(points, labels, AllRows, weights).PredictProbability(points);
        double[] counted = GradientBoostedTreesClassifier
            .Fit(points.SelectRows(repeated), [.. repeated.Select(r => labels[r])], AllRows).PredictProbability(points);
        foreach (int row in repeated)
        {
            Assert.Equal(counted[row], weighted[row], 1e-5);
        }
    }

    [Fact]
    public void The_number_of_threads_does_not_matter()
    {
        (Matrix points, bool[] labels, _) = TreeSamples.Draw(70_001, 3, 5, 0.02);
        var options = new GradientBoostedTreesOptions { TreeCount = 4, MaxDepth = 5, ColumnShare = 0.7, DegreeOfParallelism = 1 };
        double[] one = GradientBoostedTreesClassifier.Fit(points, labels, options).Ensemble.Margins(points)[0];
        double[] five = GradientBoostedTreesClassifier.Fit(points, labels, options with { DegreeOfParallelism = 5 }).Ensemble.Margins(points)[0];
        Assert.Equal(one, five);
    }

    [Fact]
    public void The_order_of_columns_and_their_scale_do_not_matter()
    {
        (Matrix points, bool[] labels, _) = TreeSamples.Draw(400, 4, 6);
        int[] order = [2, 0, 3, 1];
        double[] straight = GradientBoostedTreesClassifier.Fit(points, labels, AllRows).PredictProbability(points);
        Matrix moved = points.SelectColumns(order);
        var stretched = new Matrix(moved.Rows, moved.Columns, [.. moved.Values.Select(v => Math.Exp(v))]);
        double[] changed = GradientBoostedTreesClassifier.Fit(stretched, labels, AllRows with { MaxBins = 255 }).PredictProbability(stretched);
        for (int row = 0; row < straight.Length; row++)
        {
            Assert.Equal(straight[row], changed[row], 1e-9);
        }
    }

    [Fact]
    public void Missing_values_go_where_the_loss_is_lower()
    {
        // Those who did not say are the ones who buy; of those who did, half.
        var points = new Matrix(400, 1);
        var labels = new bool[400];
        for (int row = 0; row < 400; row++)
        {
            points[row, 0] = row % 4 == 0 ? double.NaN : row % 3;
            labels[row] = row % 4 == 0 || row % 8 < 3;
        }

        GradientBoostedTreesClassifierModel model = GradientBoostedTreesClassifier.Fit(points, labels, AllRows);
        double[] probabilities = model.PredictProbability(new Matrix(3, 1, [double.NaN, 0, 2]));
        Assert.True(probabilities[0] > 0.95);
        Assert.True(probabilities[1] < 0.7 && probabilities[2] < 0.7);
    }

    [Fact]
    public void Codes_lead_to_the_same_leaves_as_values()
    {
        (Matrix points, bool[] labels, _) = TreeSamples.Draw(5000, 3, 8, 0.1);
        foreach (int depth in new[] { 1, 4, 10 })
        {
            // Depth 10 without limits grows more leaves than a byte can number.
            var options = AllRows with { TreeCount = 2, MaxDepth = depth, MinChildWeight = 0, RowShare = 0.7 };
            BoostedTreeEnsemble ensemble = GradientBoostedTreesClassifier.Fit(points, labels, options).Ensemble;
            Assert.Equal(depth == 10, ensemble.Trees[0].LeafCount > 256);
            double[] margins = ensemble.Margins(points)[0];
            for (int row = 0; row < points.Rows; row++)
            {
                double sum = ensemble.BaseMargins[0];
                foreach (BoostedTree tree in ensemble.Trees)
                {
                    sum += tree.Nodes[tree.LeafOf(points.Row(row))].Value;
                }

                Assert.Equal(sum, margins[row]);
            }
        }
    }

    [Fact]
    public void Growing_stops_when_the_rows_held_back_see_no_gain()
    {
        (Matrix points, bool[] labels, _) = TreeSamples.Draw(400, 5, 3);
        var options = new GradientBoostedTreesOptions { TreeCount = 500, LearningRate = 0.3, MaxDepth = 4, EarlyStoppingRounds = 10 };
        BoostedTreeEnsemble ensemble = GradientBoostedTreesClassifier.Fit(points, labels, options).Ensemble;
        Assert.InRange(ensemble.RoundCount, 1, 100);
        Assert.Equal(ensemble.RoundCount + 10, ensemble.ValidationLosses.Count);
        Assert.Equal(ensemble.ValidationLosses.Min(), ensemble.ValidationLosses[ensemble.RoundCount - 1]);
    }

    [Fact]
    public void Several_classes_are_told_apart()
    {
        var random = new RandomSource(2);
        var points = new Matrix(300, 2);
        var labels = new int[300];
        for (int row = 0; row < 300; row++)
        {
            labels[row] = row % 3;
            points[row, 0] = random.NextGaussian() + (4 * labels[row]);
            points[row, 1] = random.NextGaussian();
        }

        GradientBoostedTreesMulticlassModel model = GradientBoostedTreesClassifier.Fit(points, labels, 4, AllRows);
        Matrix probabilities = model.PredictProbabilities(points);
        Assert.Equal((300, 4, 4), (probabilities.Rows, probabilities.Columns, model.ClassCount));
        int right = 0;
        for (int row = 0; row < 300; row++)
        {
            double[] shares = probabilities.Row(row).ToArray();
            Assert.Equal(1, shares.Sum(), 1e-12);
            right += Array.IndexOf(shares, shares.Max()) == labels[row] ? 1 : 0;
            Assert.True(shares[3] < 0.02);
        }

        Assert.InRange(right, 285, 300);
    }

    [Fact]
    public void Two_classes_by_softmax_rank_as_yes_and_no_do()
    {
        (Matrix points, bool[] labels, _) = TreeSamples.Draw(600, 4, 12);
        double[] binary = GradientBoostedTreesClassifier.Fit(points, labels, AllRows).PredictProbability(points);
        double[] softmax = GradientBoostedTreesClassifier.Fit(points, ClassificationData.ToClasses(labels), 2, AllRows).PredictProbabilities(points).Column(1);
        Assert.Equal(ClassificationMetrics.RocAuc(binary, labels), ClassificationMetrics.RocAuc(softmax, labels), 0.01);
    }

    [Fact]
    public void Nothing_to_ask_about_gives_the_share_of_positives()
    {
        var points = new Matrix(40, 2);
        bool[] labels = [.. Enumerable.Range(0, 40).Select(i => i % 4 == 0)];
        GradientBoostedTreesClassifierModel model = GradientBoostedTreesClassifier.Fit(points, labels, AllRows);
        Assert.All(model.PredictProbability(points), p => Assert.Equal(0.25, p, 1e-9));
        Assert.Equal([0, 0], model.Ensemble.FeatureImportances(ImportanceKind.Gain));
        var nothing = new Matrix(40, 2, [.. Enumerable.Repeat(double.NaN, 80)]);
        Assert.All(GradientBoostedTreesClassifier.Fit(nothing, labels, AllRows).PredictProbability(nothing), p => Assert.Equal(0.25, p, 1e-9));
    }

    [Fact]
    public void Credit_goes_to_the_columns_that_matter()
    {
        (Matrix points, bool[] labels, _) = TreeSamples.Draw(2000, 4, 15);
        BoostedTreeEnsemble ensemble = GradientBoostedTreesClassifier.Fit(points, labels, AllRows).Ensemble;
        foreach (ImportanceKind kind in Enum.GetValues<ImportanceKind>())
        {
            double[] shares = ensemble.FeatureImportances(kind);
            Assert.Equal(1, shares.Sum(), 1e-9);
            Assert.True(shares[0] + shares[1] > shares[2] + shares[3]);
        }
    }

    [Fact]
    public void Bad_input_is_refused_in_words()
    {
        (Matrix points, bool[] labels, _) = TreeSamples.Draw(10, 2, 1);
        Assert.Contains("weights", Assert.Throws<ArgumentException>(() => GradientBoostedTreesClassifier.Fit(points, labels, null, [1.0, 2])).Message, StringComparison.Ordinal);
        double[] onlyNo = [.. labels.Select(l => l ? 0.0 : 1)];
        Assert.Throws<ArgumentException>(() => GradientBoostedTreesClassifier.Fit(points, labels, null, onlyNo));
        Assert.Throws<ArgumentException>(() => GradientBoostedTreesClassifier.Fit(points, new int[10], 3, null));
        var two = new Matrix(2, 1, [1, 2]);
        Assert.Contains(
            "too few",
            Assert.Throws<ArgumentException>(() => GradientBoostedTreesClassifier.Fit(two, [true, false], new() { EarlyStoppingRounds = 5 })).Message,
            StringComparison.Ordinal);
        Assert.Equal(2, GradientBoostedTreesClassifier.Fit(two, [true, false], null).PredictProbability(two).Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => new GradientBoostedTreesOptions { LearningRate = 0 }.Validate());
        Assert.Throws<ArgumentOutOfRangeException>(() => new GradientBoostedTreesOptions { MaxDepth = 13 }.Validate());
        Assert.Throws<ArgumentOutOfRangeException>(() => new GradientBoostedTreesOptions { RowShare = double.NaN }.Validate());
        Assert.Throws<ArgumentOutOfRangeException>(() => new GradientBoostedTreesOptions { TweediePower = 2 }.Validate());
    }
}
