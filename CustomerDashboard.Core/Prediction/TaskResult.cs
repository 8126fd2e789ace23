using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Prediction.Judging;
using CustomerDashboard.Core.Prediction.Models;
using CustomerDashboard.Core.Prediction.Questions;

namespace CustomerDashboard.Core.Prediction;

/// <summary>One question with everything found out about it.</summary>
public sealed record TaskResult
{
    public required PredictionQuestion Question { get; init; }

    /// <summary>Why it cannot be answered, and what would work instead; then the lists are empty and the data null.</summary>
    public PredictionUnavailable? Unavailable { get; init; }

    /// <summary>The windows the models were judged on; null where time plays no part.</summary>
    public PredictionWindows? Windows { get; init; }

    /// <summary>The windows the forward test learned from.</summary>
    public PredictionWindows? EarlierWindows { get; init; }

    /// <summary>The windows the customers are scored for.</summary>
    public PredictionWindows? ScoringWindows { get; init; }

    /// <summary>Customers whose answer is known.</summary>
    public int Customers { get; init; }

    /// <summary>How many of them have each class; empty for a number.</summary>
    public IReadOnlyList<int> ClassCounts { get; init; } = [];

    /// <summary>The sum of a number over them; null for classes.</summary>
    public double? ActualTotal { get; init; }

    /// <summary>How many said yes; null unless the question is yes/no.</summary>
    public int? Positives => Question.Kind == QuestionKind.Binary && ClassCounts.Count == 2 ? ClassCounts[1] : null;

    public int TrainingCustomers { get; init; }

    public int HoldoutCustomers { get; init; }

    public IReadOnlyList<FeatureDefinition> Features { get; init; } = [];

    /// <summary>One sentence per feature that was left out, and why.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    /// <summary>What a reader of the figures must know.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Baselines first, then models; each judged three ways.</summary>
    public IReadOnlyList<ModelEvaluation> Models { get; init; } = [];

    /// <summary>The model (or the baseline, when none beats it) whose answers the customers carry.</summary>
    public ModelKind? LeadingModel { get; init; }

    /// <summary>Why it leads, in a sentence.</summary>
    public string LeadingReason { get; init; } = "";

    /// <summary>The answer in one plain sentence: how good, against which baseline, with the sample size.</summary>
    public string Verdict { get; init; } = "";

    /// <summary>The leading model and the best baseline over several cut-offs, oldest first.</summary>
    public IReadOnlyList<RollingPoint> Rolling { get; init; } = [];

    /// <summary>Everyone scored now by the leading model; for churn the greatest value at risk first, else the highest value first.</summary>
    public IReadOnlyList<CustomerScore> Scores { get; init; } = [];

    /// <summary>The leading model, learned from everyone whose answer is known; another is learned by <see cref="PredictionLaboratory.Fit"/>.</summary>
    public FittedTask? Fitted { get; init; }

    /// <summary>The rows everything above was computed from.</summary>
    public TaskData? Data { get; init; }

    /// <summary>About how much memory it holds: the rows, and what every test keeps of every customer.</summary>
    public long EstimatedBytes => 4096 + ((long)Customers * ((3 * 8 * Features.Count) + (Models.Count * 14 * Math.Max(1, Question.Classes.Count - 1)) + 200));

    /// <summary>The evaluation of the leading model.</summary>
    public ModelEvaluation? Leading => Find(LeadingModel);

    /// <summary>The best baseline by the view that leads.</summary>
    public ModelEvaluation? BestBaseline => BaselineChoice.Best(Models);

    /// <summary>The evaluation of a model, or null.</summary>
    public ModelEvaluation? Find(ModelKind? model) => Models.FirstOrDefault(m => m.Model == model);
}
