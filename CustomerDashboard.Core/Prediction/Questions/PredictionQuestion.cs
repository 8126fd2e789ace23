namespace CustomerDashboard.Core.Prediction.Questions;

/// <summary>A business question and the words to put it in.</summary>
public sealed record PredictionQuestion
{
    /// <summary>One of <see cref="QuestionIds"/>.</summary>
    public required string Id { get; init; }

    public required QuestionKind Kind { get; init; }

    /// <summary>The question as a manager asks it ("Who buys again in the next 90 days?").</summary>
    public required string Title { get; init; }

    /// <summary>What exactly is foretold, and from what: one sentence with the windows.</summary>
    public required string Definition { get; init; }

    /// <summary>The names of the classes by their code; for a yes/no question [no, yes]; empty for a number.</summary>
    public IReadOnlyList<string> Classes { get; init; } = [];

    /// <summary>What a number counts ("currency"); empty for classes.</summary>
    public string Unit { get; init; } = "";

    /// <summary>What a customer does whose answer is yes ("buys again"); empty unless the question is yes/no.</summary>
    public string Positive => Kind == QuestionKind.Binary ? Classes[1] : "";

    /// <summary>What a customer does whose answer is no.</summary>
    public string Negative => Kind == QuestionKind.Binary ? Classes[0] : "";
}
