using CustomerDashboard.Core.Learning.Classification;
using CustomerDashboard.Core.Learning.Metrics;
using CustomerDashboard.Core.Learning.ModelSelection;
using CustomerDashboard.Core.Learning.Neighbours;
using CustomerDashboard.Core.Learning.Preprocessing;
using CustomerDashboard.Core.Learning.Regression;
using CustomerDashboard.Core.Numerics;
using CustomerDashboard.Tests.Core.Prediction;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerDashboard.Tests.Core.Learning.ModelSelection;

public class CrossValidationTests
{
    private static readonly LogisticRegression Logistic = new(new LogisticRegressionOptions());

    [Fact]
    public void Every_row_is_foretold_by_a_model_that_did_not_learn_from_it()
    {
        (Matrix points, bool[] labels) = Data(120);
        IReadOnlyList<TrainTestSplit> splits = StratifiedKFold.Split(labels, 5, 1);
        CrossValidationResult<BinarySummary, double[]> result =
            CrossValidation.Run(Logistic, points, labels, splits, cancellationToken: TestContext.Current.CancellationToken);
        for (int fold = 0; fold < 5; fold++)
        {
            int[] test = splits[fold].Test;
            double[] expected = LogisticRegression
                .Fit(points.SelectRows(splits[fold].Train), [.. splits[fold].Train.Select(r => labels[r])], null)
                .PredictProbability(points.SelectRows(test));
            Assert.Equal(expected, test.Select(row => result.OutOfFold[row]));
            Assert.Equal(ClassificationMetrics.RocAuc(expected, [.. test.Select(r => labels[r])]), result.Folds[fold].Scores.RocAuc);
            Assert.Equal((splits[fold].Train.Length, test.Length), (result.Folds[fold].TrainRows, result.Folds[fold].TestRows));
        }

        FoldSummary auc = result.Summarise(scores => scores.RocAuc);
        Assert.Equal(result.Folds.Average(f => f.Scores.RocAuc), auc.Mean, 1e-12);
        Assert.Equal(5, auc.Folds);
    }

    [Fact]
    public void Threads_do_not_matter_and_repetitions_are_averaged()
    {
        (Matrix points, bool[] labels) = Data(80);
        IReadOnlyList<TrainTestSplit> splits = KFold.Repeat(3, 9, seed => StratifiedKFold.Split(labels, 4, seed));
        double[] alone = CrossValidation.Run(Logistic, points, labels, splits, 1).OutOfFold;
        Assert.Equal(alone, CrossValidation.Run(Logistic, points, labels, splits, 4).OutOfFold);
        double[][] parts = [.. Enumerable.Range(0, 3).Select(i => CrossValidation.Run(Logistic, points, labels, [.. splits.Skip(4 * i).Take(4)]).OutOfFold)];
        Assert.Equal((parts[0][0] + parts[1][0] + parts[2][0]) / 3, alone[0], 1e-12);
        Assert.NotEqual(parts[0][0], parts[1][0]);
    }

    [Fact]
    public void Classes_and_numbers_are_judged_too_and_rows_never_tested_are_not_a_number()
    {
        (Matrix points, bool[] labels) = Data(90);
        int[] classes = [.. labels.Select((label, row) => label ? 2 : row % 2)];
        CrossValidationResult<MulticlassSummary, Matrix> several = CrossValidation.Run(
            new MultinomialLogisticRegression(new MultinomialLogisticRegressionOptions()), points, classes, 3, StratifiedKFold.Split(classes, 3, 3, 4));
        Assert.Equal((90, 3), (several.OutOfFold.Rows, several.OutOfFold.Columns));
        Assert.All(several.Folds, fold => Assert.Equal(30, fold.Scores.Confusion.Count));
        double[] targets = points.Column(0);
        CrossValidationResult<RegressionSummary, double[]> numbers = CrossValidation.Run(
            new LinearRegression(new LinearRegressionOptions()), points, targets, [KFold.Split(90, 3, 1)[0]]);
        Assert.Equal(60, numbers.OutOfFold.Count(double.IsNaN));
        Assert.Equal(1, numbers.Folds[0].Scores.R2, 1e-9);
    }

    [Fact]
    public void A_fold_that_cannot_be_learned_from_is_told_in_its_own_words()
    {
        (Matrix points, bool[] labels) = Data(20);
        var oneSided = new TrainTestSplit([.. Enumerable.Range(0, 20).Where(r => labels[r])], [.. Enumerable.Range(0, 20).Where(r => !labels[r])]);
        var fault = Assert.Throws<ArgumentException>(() => CrossValidation.Run(Logistic, points, labels, [oneSided, oneSided]));
        Assert.Contains("labels say yes", fault.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => CrossValidation.Run(Logistic, points, labels, []));
        var few = Assert.Throws<ArgumentOutOfRangeException>(() => StratifiedKFold.Split([true, false, false, false, true], 3, 1));
        Assert.Contains("There are 2 rows of the rarer answer, too few for 3 folds", few.Message, StringComparison.Ordinal);
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(
            () => CrossValidation.Run(Logistic, points, labels, StratifiedKFold.Split(labels, 3, 1), null, null, source.Token));
    }

    [Fact]
    public void Folds_cover_every_row_once_and_keep_the_shares() =>
        Prop.ForAll(Gen.Choose(1, 100_000).ToArbitrary(), seed =>
        {
            var random = new RandomSource(seed);
            int folds = 2 + random.NextInt(6);
            int rows = folds + random.NextInt(60);
            int[] classes = [.. Enumerable.Range(0, rows).Select(_ => random.NextInt(3))];
            return Holds(KFold.Split(rows, folds, seed), false) && Holds(StratifiedKFold.Split(classes, 3, folds, seed), true);

            bool Holds(IReadOnlyList<TrainTestSplit> splits, bool stratified) =>
                splits.SelectMany(s => s.Test).Order().SequenceEqual(Enumerable.Range(0, rows))
                && splits.All(s => s.Train.Concat(s.Test).Order().SequenceEqual(Enumerable.Range(0, rows)))
                && splits.Max(s => s.Test.Length) - splits.Min(s => s.Test.Length) <= 1
                && (!stratified || Enumerable.Range(0, 3).All(kind =>
                {
                    int[] counts = [.. splits.Select(s => s.Test.Count(row => classes[row] == kind))];
                    return counts.Max() - counts.Min() <= 1;
                }));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_peers_five_folds_have_the_peers_areas()
    {
        ReferenceTable reference = ReferenceTable.Load();
        var pipeline = new LearningPipeline { Steps = [new LogStep(), new ScalingStep()] };
        IReadOnlyList<TrainTestSplit> splits = StratifiedKFold.Split(reference.BoughtAgain, 5, 42);
        Assert.Equal(0.810, Area(Logistic), 0.003);
        Assert.InRange(Area(new KNearestNeighboursClassifier(new KNearestNeighboursOptions())), 0.783, 1);
        Assert.InRange(Area(new SupportVectorClassifier(new SupportVectorOptions())), 0.781, 1);

        double Area(IClassifier classifier) => CrossValidation
            .Run(pipeline.Classifier(classifier), reference.Features, reference.BoughtAgain, splits)
            .Summarise(scores => scores.RocAuc).Mean;
    }

    private static (Matrix Points, bool[] Labels) Data(int rows)
    {
        var random = new RandomSource(rows);
        var points = new Matrix(rows, 2);
        var labels = new bool[rows];
        for (int row = 0; row < rows; row++)
        {
            labels[row] = random.NextDouble() < 0.4;
            points[row, 0] = random.NextGaussian() + (labels[row] ? 1 : 0);
            points[row, 1] = random.NextGaussian();
        }

        return (points, labels);
    }
}
