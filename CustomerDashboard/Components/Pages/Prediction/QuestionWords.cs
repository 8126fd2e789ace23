using CustomerDashboard.Components.Controls;
using CustomerDashboard.Core.Prediction.Questions;

namespace CustomerDashboard.Components.Pages.Prediction;

/// <summary>The words a question is put in on the page.</summary>
/// <param name="Family">Questions of one family stand on one card.</param>
/// <param name="Title">The card's name: "Who buys again".</param>
/// <param name="Variant">The name among those of its family: "Come back".</param>
/// <param name="Icon">A Material symbol.</param>
/// <param name="Yes">What is foretold of a customer whose answer is yes: "buy again".</param>
/// <param name="No">What is foretold of the others: "stay away".</param>
/// <param name="DidYes">What those did: "bought again".</param>
/// <param name="DidNo">What the others did.</param>
/// <param name="YesIsBad">Whether a yes is bad news.</param>
public sealed record QuestionWords(
    string Family, string Title, string Variant, string Icon, string Yes, string No, string DidYes, string DidNo, bool YesIsBad = false)
{
    public static QuestionWords Of(PredictionQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return question.Id switch
        {
            QuestionIds.Repeat => new("repeat", "Who buys again", "", "replay", "buy again", "stay away", "bought again", "stayed away"),
            QuestionIds.Churn => new("churn", "Who is leaving", "", "logout", "stay away", "buy again", "stayed away", "bought again", YesIsBad: true),
            QuestionIds.HighSpender => new("high-spender", "Who spends most", "", "diamond", "be among the high spenders", "spend less", "were among the high spenders", "spent less"),
            QuestionIds.Spend => new("spend", "How much they spend", "", "payments", "", "", "", ""),
            QuestionIds.FirstPurchaseTop => New("Spend most", "be among the best newcomers", "spend less", "were among the best newcomers", "spent less"),
            QuestionIds.FirstPurchaseReturn => New("Come back", "come back", "never come back", "came back", "never came back"),
            QuestionIds.FirstPurchaseQuartile => New("Which quarter by spend", "", "", "", ""),
            QuestionIds.FirstPurchaseSpend => New("How much they spend", "", "", "", ""),
            QuestionIds.FirstPurchaseSegment => New("Which segment", "", "", "", ""),
            QuestionIds.Segment => new("segment", "Which segment", "", "category", "", "", "", ""),
            _ => Column(question),
        };
    }

    private static QuestionWords New(string variant, string yes, string no, string didYes, string didNo) =>
        new("newcomers", "What newcomers become", variant, "person_add", yes, no, didYes, didNo);

    private static QuestionWords Column(PredictionQuestion question)
    {
        var name = question.Id.StartsWith(QuestionIds.ColumnPrefix, StringComparison.Ordinal) ? question.Id[QuestionIds.ColumnPrefix.Length..] : question.Title;
        var (yes, no) = question.Kind == QuestionKind.Binary ? ($"are {name} “{question.Positive}”", $"are “{question.Negative}”") : ("", "");
        return new("columns", "A column of the file", name, "view_column", yes, no, question.Kind == QuestionKind.Binary ? $"were “{question.Positive}”" : "", question.Kind == QuestionKind.Binary ? $"were “{question.Negative}”" : "");
    }

    /// <summary>"1 customer is" and "12 customers are expected to ...": the verb of what is foretold.</summary>
    public string Expected(long customers, long of) =>
        Family == "columns"
            ? $"About {Numbers.Count(customers)} of {Numbers.Counted(of, "customer")} {Yes}"
            : $"About {Numbers.Count(customers)} of {Numbers.Counted(of, "customer")} are expected to {Yes}";
}
