using CustomerDashboard.Core.Learning.ModelSelection;
using CustomerDashboard.Core.Learning.Regression;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Prediction;

/// <summary>Learns and judges how much customers spend.</summary>
internal sealed class SpendTask(
    TaskSample current, TaskSample? earlier, TrainTestSplit split, FeatureAvailability features, PredictionOptions options)
{
    /// <summary>Everything said of the question, and the forecast chosen: learned from all customers, applied to the given sample.</summary>
    public (SpendResult Result, Func<TaskSample, double[]> Forecast) Run(
        IReadOnlyList<ReversedOrder> reversed, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        SpendCandidate[] candidates = Candidates(cancellationToken);
        TaskSample train = current.Select(split.Train);
        TaskSample test = current.Select(split.Test);
        var evaluations = new RegressorEvaluation[candidates.Length];
        int done = 0;
        Parallel.For(0, candidates.Length, new ParallelOptions { CancellationToken = cancellationToken }, i =>
        {
            SpendCandidate candidate = candidates[i];
            evaluations[i] = new RegressorEvaluation
            {
                Id = candidate.Id,
                Name = candidate.Name,
                IsBaseline = candidate.IsBaseline,
                Description = candidate.Description,
                Forward = earlier is null ? null : SpendJudge.Judge(candidate.Forecast(earlier, current), current.Spend, earlier.Rows),
                Holdout = SpendJudge.Judge(candidate.Forecast(train, test), test.Spend, train.Rows),
            };
            int finished = Interlocked.Increment(ref done);
            progress?.Report(new WorkProgress("Testing how much they spend", (double)finished / candidates.Length, finished, "models"));
        });

        RegressorEvaluation best = evaluations.Where(e => !e.IsBaseline).MinBy(e => (e.Forward ?? e.Holdout).MeanAbsoluteError)!;
        (string chosenId, string verdict) = SpendVerdict.Write(best, evaluations.Single(e => e.Id == "RunRate"));
        SpendCandidate chosen = candidates.Single(c => c.Id == chosenId);
        DecisionTreeRegressorModel tree = Tree(current, cancellationToken);
        var result = new SpendResult
        {
            Customers = current.Rows,
            ActualTotal = current.Spend.Sum(),
            TrainingCustomers = train.Rows,
            HoldoutCustomers = test.Rows,
            Models = evaluations,
            ChosenModelId = chosenId,
            Verdict = verdict,
            Tree = TreeDiagramBuilder.Build(tree.Tree, features.Definitions),
            LinearEffects = Effects(ScaledRegressor.Fit(current.Features, current.Spend, cancellationToken)),
            ReversedOrders = reversed,
        };
        return (result, sample => chosen.Forecast(current, sample));
    }

    private SpendCandidate[] Candidates(CancellationToken cancellationToken) =>
    [
        new("Mean", "Everyone alike", true, "Gives every customer the mean spend of the training customers.", (train, test) =>
        {
            var result = new double[test.Rows];
            Array.Fill(result, train.Spend.Average());
            return result;
        }),
        new("RunRate", "Last year's run-rate", true, FormattableString.Invariant($"Carries on the spend of the last 365 days (or of the shorter history) for {options.HorizonDays} days."), (_, test) => test.RunRate),
        new("LinearRegression", "Linear regression", false, "Adds up a fixed amount per unit of each feature; a sum below zero counts as zero.", (train, test) =>
            ScaledRegressor.Fit(train.Features, train.Spend, cancellationToken).Predict(test.Features)),
        new("RegressionTree", "Regression tree", false, "Sorts customers into a few groups by yes/no questions and gives each its group's mean spend.", (train, test) =>
            Tree(train, cancellationToken).Predict(test.Features)),
    ];

    private DecisionTreeRegressorModel Tree(TaskSample train, CancellationToken cancellationToken) => DecisionTreeRegressor.Fit(
        train.Features,
        train.Spend,
        options.TreeOptions(train.Rows),
        cancellationToken: cancellationToken);

    private IReadOnlyList<LinearEffect> Effects(ScaledRegressorModel model) =>
    [
        .. features.Definitions
            .Select((feature, column) => new LinearEffect(feature.Id, feature.Name, model.Model.Coefficients[column]))
            .OrderByDescending(effect => Math.Abs(effect.PerStandardDeviation)),
    ];
}
