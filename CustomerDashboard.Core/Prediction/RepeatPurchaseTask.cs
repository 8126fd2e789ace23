using CustomerDashboard.Core.Learning.Classification;
using CustomerDashboard.Core.Learning.Metrics;
using CustomerDashboard.Core.Learning.ModelSelection;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Prediction;

/// <summary>Learns and judges who buys again.</summary>
internal sealed class RepeatPurchaseTask(
    TaskSample current, TaskSample? earlier, TrainTestSplit split, FeatureAvailability features, PredictionOptions options)
{
    /// <summary>Everything said of the question, and the chosen model learned from all customers at the cut-off.</summary>
    public (RepeatPurchaseResult Result, IClassifierModel Model) Run(IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        RepeatCandidate[] candidates = Candidates();
        IReadOnlyList<TrainTestSplit> folds = StratifiedSplit.Folds(current.BoughtAgain, options.FoldCount, options.Seed);
        var evaluations = new ClassifierEvaluation[candidates.Length];
        int done = 0;
        Parallel.For(0, candidates.Length, new ParallelOptions { CancellationToken = cancellationToken }, i =>
        {
            evaluations[i] = Evaluate(candidates[i], folds, cancellationToken);
            int finished = Interlocked.Increment(ref done);
            progress?.Report(new WorkProgress("Testing who buys again", (double)finished / candidates.Length, finished, "models"));
        });

        ClassifierEvaluation chosen = evaluations.Where(e => !e.IsBaseline).MaxBy(Ranking)!;
        LogScaledClassifierModel logistic = Logistic(AllColumns()).Fit(current.Features, current.BoughtAgain, cancellationToken);
        DecisionTreeClassifierModel tree =
            DecisionTreeClassifier.Fit(current.Features, current.BoughtAgain, options.TreeOptions(current.Rows), cancellationToken: cancellationToken);
        IReadOnlyList<CorrelatedPair> correlated = CorrelatedFeatures.Find(current.Features, features.Definitions);
        var result = new RepeatPurchaseResult
        {
            Customers = current.Rows,
            Positives = current.BoughtAgain.AsSpan().Count(true),
            TrainingCustomers = split.Train.Length,
            HoldoutCustomers = split.Test.Length,
            Models = evaluations,
            ChosenModelId = chosen.Id,
            Verdict = RepeatVerdict.Write(chosen, evaluations.Where(e => e.IsBaseline).MaxBy(Ranking)!),
            OddsRatios = OddsRatioWriter.Write(logistic, features.Definitions, current.Features),
            CorrelatedFeatures = correlated,
            EffectsCaveat = CorrelatedFeatures.Caveat(correlated),
            Tree = TreeDiagramBuilder.Build(tree.Tree, features.Definitions),
        };
        return (result, chosen.Id == "DecisionTree" ? tree : logistic);
    }

    private static double Ranking(ClassifierEvaluation evaluation) => (evaluation.Forward ?? evaluation.Holdout).RocAuc;

    private RepeatCandidate[] Candidates()
    {
        int recency = features.IndexOf(PredictionFeatureIds.Recency);
        int year = features.IndexOf(PredictionFeatureIds.SpendLast365Days);
        bool hasYear = year >= 0;
        int spend = hasYear ? year : features.IndexOf(PredictionFeatureIds.Monetary);
        return
        [
            new("Majority", "Everyone alike", true, "Gives everyone the same probability, the share who bought again in the training data.", new ConstantClassifier()),
            new("RecencyAlone", "Recency alone", true, "Looks only at the days since the last purchase.", Logistic([recency])),
            new("LastYearSpendAlone", hasYear ? "Last year's spend alone" : "Spend so far alone", true, hasYear ? "Looks only at the spend of the last 365 days." : "Looks only at the spend since the file begins, which is less than a year.", Logistic([spend])),
            new("LogisticRegression", "Logistic regression", false, "Weighs all features at once; each raises or lowers the odds of buying again by a factor.", Logistic(AllColumns())),
            new("DecisionTree", "Decision tree", false, "Asks a few yes/no questions one after the other; can be drawn and read.", new DecisionTreeClassifier(options.TreeOptions(current.Rows))),
        ];
    }

    private LogScaledClassifier Logistic(int[] columns) => new(new LogisticRegressionOptions { C = options.LogisticC }, columns);

    private int[] AllColumns() => [.. Enumerable.Range(0, current.Features.Columns)];

    private ClassifierEvaluation Evaluate(RepeatCandidate candidate, IReadOnlyList<TrainTestSplit> folds, CancellationToken cancellationToken)
    {
        ClassifierScores Test(TaskSample train, TaskSample test)
        {
            IClassifierModel model = candidate.Classifier.Fit(train.Features, train.BoughtAgain, null, cancellationToken);
            return ClassifierJudge.Judge(model.PredictProbability(test.Features), test.BoughtAgain, train.Rows, options.Threshold);
        }

        return new ClassifierEvaluation
        {
            Id = candidate.Id,
            Name = candidate.Name,
            IsBaseline = candidate.IsBaseline,
            Description = candidate.Description,
            Forward = earlier is null ? null : Test(earlier, current),
            Holdout = Test(current.Select(split.Train), current.Select(split.Test)),
            CrossValidation = CrossValidate(candidate.Classifier, folds, cancellationToken),
        };
    }

    private CrossValidatedAuc CrossValidate(IClassifier classifier, IReadOnlyList<TrainTestSplit> folds, CancellationToken cancellationToken)
    {
        var areas = new double[folds.Count];
        for (int fold = 0; fold < areas.Length; fold++)
        {
            TaskSample train = current.Select(folds[fold].Train);
            TaskSample test = current.Select(folds[fold].Test);
            IClassifierModel model = classifier.Fit(train.Features, train.BoughtAgain, null, cancellationToken);
            areas[fold] = ClassificationMetrics.RocAuc(model.PredictProbability(test.Features), test.BoughtAgain);
        }

        double mean = areas.Average();
        double variance = areas.Select(a => (a - mean) * (a - mean)).Average();
        return new CrossValidatedAuc(mean, Math.Sqrt(variance), areas);
    }
}
