namespace CustomerDashboard.Core.Prediction.Questions;

/// <summary>What an answer looks like.</summary>
public enum QuestionKind
{
    /// <summary>Yes or no; models give the probability of yes.</summary>
    Binary,

    /// <summary>One of several classes; models give the probability of each.</summary>
    Multiclass,

    /// <summary>A number.</summary>
    Numeric,
}
