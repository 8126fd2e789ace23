using CustomerDashboard.Core.Cleaning;
using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Learning.Classification;
using CustomerDashboard.Core.Learning.ModelSelection;
using CustomerDashboard.Core.Learning.Preprocessing;
using CustomerDashboard.Core.Numerics;
using CustomerDashboard.Core.Prediction;
using CustomerDashboard.Core.Prediction.Guard;
using CustomerDashboard.Core.Prediction.Questions;
using CustomerDashboard.Tests.Core.Cleaning;

namespace CustomerDashboard.Tests.Core.Prediction.Guard;

public class LeakageGuardTests
{
    private static readonly DateTime Start = new(2023, 1, 1, 9, 0, 0);
    private static readonly PredictionWindows Windows = new(Start, Start.AddDays(300), Start.AddDays(390));

    [Theory]
    [InlineData(ReversedOrders.Keep)]
    [InlineData(ReversedOrders.LeaveOut)]
    public void Our_own_features_do_not_know_the_future(ReversedOrders treatment)
    {
        PerturbationCheck check = PerturbationCheck.Run(
            Shop(), Windows.Cutoff, data => Features(data, treatment), PredictionFeatureCatalog.All, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(check.Passed, check.Sentence);
        Assert.Equal(3, check.Ways.Count);
        Assert.True(check.LaterLines > 50);
        Assert.Contains("none of the 17 features moved", check.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_feature_computed_over_the_label_window_is_caught_and_named()
    {
        int monetary = PredictionFeatureCatalog.IndexOf(PredictionFeatureIds.Monetary);
        PerturbationCheck check = PerturbationCheck.Run(
            Shop(),
            Windows.Cutoff,
            data =>
            {
                (int[] customers, Matrix features) = Features(data, ReversedOrders.Keep);
                for (int row = 0; row < customers.Length; row++)
                {
                    features[row, monetary] = 0;
                    for (int line = 0; line < data.RowCount; line++)
                    {
                        features[row, monetary] += data.Customer[line] == customers[row] ? data.Amount[line] : 0;
                    }
                }

                return (customers, features);
            },
            PredictionFeatureCatalog.All);
        Assert.False(check.Passed);
        Assert.All(check.Ways, way => Assert.Equal(["Total spend"], way.Moved.Select(feature => feature.Name)));
        Assert.Contains("Total spend moved", check.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Customers_known_only_from_the_future_are_caught()
    {
        PerturbationCheck check = PerturbationCheck.Run(
            Shop(),
            Windows.Cutoff,
            data =>
            {
                int[] customers = [.. data.Customer.Distinct().Order()];
                return (customers, new Matrix(customers.Length, PredictionFeatureCatalog.Count));
            },
            PredictionFeatureCatalog.All);
        Assert.False(check.Passed);
        Assert.True(check.Ways[0].CustomersChanged > 0);
    }

    [Fact]
    public void Shuffled_answers_teach_nothing_unless_answers_are_copied_before_the_split()
    {
        (Matrix points, bool[] labels) = Noise(400);
        var learner = new LearningPipeline { Steps = [new ScalingStep()] }.Classifier(new LogisticRegression(new LogisticRegressionOptions()));
        ShuffledLabels honest = ShuffledLabels.Run(learner, points, labels, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(honest.Passed, honest.Sentence);
        Assert.InRange(honest.Auc, 0.42, 0.58);

        // The answer stands in a column that the shuffle does not reach: here the shuffled answer is looked up by row.
        ShuffledLabels cheating = ShuffledLabels.Run(new Cheat(), points, labels);
        Assert.False(cheating.Passed);
        Assert.Contains("lets answers through", cheating.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_feature_that_is_the_answer_is_suspected_whatever_its_shape()
    {
        (Matrix points, bool[] labels) = Noise(400);
        for (int row = 0; row < 400; row++)
        {
            // Yes in the middle, no on both sides: no ranking shows that, a tree does.
            points[row, 1] = labels[row] ? 5 + (points[row, 0] / 100) : points[row, 0] > 0 ? 9 : 1;
        }

        var rows = new TaskRows(points, [.. Enumerable.Range(0, 400)], Array.ConvertAll(labels, label => label ? 1.0 : 0.0));
        IReadOnlyList<SingleFeature> judged = SingleFeatures.Judge(rows, QuestionKind.Binary, 2, Named("Noise", "Loyalty level", "More noise"));
        Assert.Equal("Loyalty level", judged[0].Name);
        Assert.True(judged[0].IsSuspicious);
        Assert.Contains("probably it is the answer", judged[0].Sentence, StringComparison.Ordinal);
        Assert.False(judged[1].IsSuspicious);
    }

    [Fact]
    public void Numbers_and_classes_are_suspected_too()
    {
        (Matrix points, _) = Noise(300);
        double[] targets = [.. Enumerable.Range(0, 300).Select(row => Math.Exp(points[row, 2]))];
        var numbers = new TaskRows(points, [.. Enumerable.Range(0, 300)], targets);
        SingleFeature copy = SingleFeatures.Judge(numbers, QuestionKind.Numeric, 0, Named("A", "B", "C"))[0];
        Assert.Equal("C", copy.Name);
        Assert.True(copy.Score > 0.9);
        double[] classes = [.. Enumerable.Range(0, 300).Select(row => points[row, 2] < -0.5 ? 0.0 : points[row, 2] < 0.5 ? 1.0 : 2.0)];
        Assert.True(SingleFeatures.Judge(numbers with { Targets = classes }, QuestionKind.Multiclass, 3, Named("A", "B", "C"))[0].IsSuspicious);
    }

    [Fact]
    public void An_identifier_among_the_features_is_named()
    {
        var points = new Matrix(60, 4);
        for (int row = 0; row < 60; row++)
        {
            points[row, 0] = 1000 + row;
            points[row, 1] = (row * 7919L) % 100_003;
            points[row, 2] = row % 7;
            points[row, 3] = (row * 1000) + (row * row);
        }

        IReadOnlyList<IdentifierColumn> found = IdentifierColumn.Find(points, Named("Row", "Customer ID", "Age", "Income"));
        Assert.Equal(["Row", "Customer ID"], found.Select(column => column.Name));
        Assert.DoesNotContain(IdentifierColumn.Find(points, Named("a", "b", "c", "d")), column => column.Name is "c" or "d");
    }

    [Fact]
    public void On_real_data_no_feature_knows_the_future_and_none_tells_the_answer()
    {
        CleanedTransactions data = CleaningPipeline.Run(RetailFile.Second).Cleaned;
        var windows = new PredictionWindows(new DateTime(2009, 12, 1, 7, 45, 0), new DateTime(2011, 9, 10, 12, 50, 0), new DateTime(2011, 12, 9, 12, 50, 0));
        PerturbationCheck check = PerturbationCheck.Run(
            data,
            windows.Cutoff,
            lines =>
            {
                PredictionTable built = PurchasePrediction.BuildTable(lines, windows);
                return (built.CustomerIndex, built.Features);
            },
            PredictionFeatureCatalog.All);
        Assert.True(check.Passed, check.Sentence);
        Assert.Equal(5281, check.Customers);
        PredictionTable table = PurchasePrediction.BuildTable(data, windows);
        var rows = new TaskRows(table.Features, table.CustomerIndex, Array.ConvertAll(table.BoughtAgain, label => label ? 1.0 : 0.0));
        IReadOnlyList<SingleFeature> single = SingleFeatures.Judge(rows, QuestionKind.Binary, 2, PredictionFeatureCatalog.All);
        Assert.DoesNotContain(single, feature => feature.IsSuspicious);
        Assert.InRange(single[0].Score, 0.7, 0.85);
        Assert.Empty(IdentifierColumn.Find(table.Features, PredictionFeatureCatalog.All));
    }

    private static (int[] Customers, Matrix Features) Features(CleanedTransactions data, ReversedOrders treatment)
    {
        PredictionTable table = PurchasePrediction.BuildTable(data, Windows, treatment);
        return (table.CustomerIndex, table.Features);
    }

    private static FeatureDefinition[] Named(params string[] names) =>
        [.. names.Select(name => new FeatureDefinition(name, name, name, "units", "", "", null))];

    private static (Matrix Points, bool[] Labels) Noise(int rows)
    {
        var random = new RandomSource(21);
        var points = new Matrix(rows, 3);
        var labels = new bool[rows];
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < 3; column++)
            {
                points[row, column] = random.NextGaussian();
            }

            labels[row] = random.NextDouble() < 0.4;
        }

        return (points, labels);
    }

    private static CleanedTransactions Shop()
    {
        var random = new RandomSource(4);
        var lines = new List<Line>();
        for (int customer = 0; customer < 40; customer++)
        {
            for (double day = 250 * random.NextDouble(); day < 390; day += 5 + (60 * random.NextDouble()))
            {
                DateTime date = Start.AddMinutes(Math.Floor(day * 1440));
                string invoice = $"{customer}-{lines.Count}";
                lines.Add(new Line($"{customer}", invoice, $"P{random.NextInt(9)}", 1 + random.NextInt(5), 2 + random.NextInt(4)) { Date = date, Country = customer % 3 == 0 ? "Spain" : "France" });
                if (random.NextInt(5) == 0)
                {
                    lines.Add(lines[^1] with { Invoice = $"C{invoice}", Quantity = -lines[^1].Quantity, Date = date.AddHours(3) });
                }
            }
        }

        lines.Add(new Line("late", "late-1", "P1") { Date = Windows.Cutoff.AddDays(3) });
        return CleaningPipeline.Run(Line.Table(lines)).Cleaned;
    }

    /// <summary>Remembers every answer it was ever taught and finds it again, as models do that were taught before the split.</summary>
    private sealed class Cheat : IClassifier
    {
        private readonly Dictionary<double, bool> _known = [];

        public string Name => "Cheat";

        public IClassifierModel Fit(Matrix points, ReadOnlySpan<bool> labels, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
        {
            lock (_known)
            {
                for (int row = 0; row < labels.Length; row++)
                {
                    _known[points[row, 0]] = labels[row];
                }
            }

            return new Model(_known);
        }

        private sealed class Model(Dictionary<double, bool> known) : IClassifierModel
        {
            public int FeatureCount => 3;

            public double[] PredictProbability(Matrix points)
            {
                lock (known)
                {
                    return [.. Enumerable.Range(0, points.Rows).Select(row => known.TryGetValue(points[row, 0], out bool yes) && yes ? 0.9 : 0.1)];
                }
            }
        }
    }
}
