using CustomerDashboard.Core.Learning.ModelSelection;

namespace CustomerDashboard.Core.Prediction.Questions;

/// <summary>The rows of a task: what is learned from, what is tested on and who is to be scored.</summary>
public sealed record TaskData
{
    /// <summary>Everyone whose answer is known at the cut-off: cross-validation and hold-out divide these, and the final model learns from all.</summary>
    public required TaskRows Current { get; init; }

    /// <summary>The same question one period earlier, from which the forward test learns; null where the file is too short.</summary>
    public TaskRows? Earlier { get; init; }

    /// <summary>On whom the forward test is judged; <see cref="Current"/> but for first purchases, where it is those who came later.</summary>
    public TaskRows? Later { get; init; }

    /// <summary>Who is asked about now; their answers are still to come. Null where nobody is.</summary>
    public TaskRows? Scoring { get; init; }

    /// <summary>Columns that models on distances and sums read as logarithms: those with a few very large values.</summary>
    public IReadOnlyList<int> LogColumns { get; init; } = [];

    /// <summary>Whether any feature has gaps, so that models which cannot read them fill them first.</summary>
    public bool HasGaps { get; init; }

    /// <summary>The spend of the last year as a column, and what brings it to the length of the outcome; null where there is none.</summary>
    public (int Column, double Factor)? RunRate { get; init; }

    /// <summary>How much more is usually bought in the window tested forward than in the one learned from; 1 where that is not known.</summary>
    public double SeasonForward { get; init; } = 1;

    /// <summary>The same from the current window to the one customers are scored for.</summary>
    public double SeasonScoring { get; init; } = 1;

    /// <summary>The customers held out of training, as rows of <see cref="Current"/>.</summary>
    public required TrainTestSplit HoldOut { get; init; }

    /// <summary>The folds of the cross-validation, as rows of <see cref="Current"/>.</summary>
    public required IReadOnlyList<TrainTestSplit> Folds { get; init; }
}
