namespace CustomerDashboard.Core.Prediction.Questions;

/// <summary>The stable ids of the questions, as in recipes, links and the summary.</summary>
public static class QuestionIds
{
    public const string Repeat = "repeat";
    public const string Churn = "churn";
    public const string HighSpender = "high-spender";
    public const string Spend = "spend";
    public const string FirstPurchaseTop = "first-purchase-top";
    public const string FirstPurchaseReturn = "first-purchase-return";
    public const string FirstPurchaseQuartile = "first-purchase-quartile";
    public const string FirstPurchaseSpend = "first-purchase-spend";
    public const string FirstPurchaseSegment = "first-purchase-segment";
    public const string Segment = "segment";

    /// <summary>What stands before the name of a column in the id of a question about it.</summary>
    public const string ColumnPrefix = "column:";

    /// <summary>The questions a file of purchases answers when the recipe does not say which.</summary>
    public static IReadOnlyList<string> Standard { get; } =
        [Repeat, Churn, HighSpender, Spend, FirstPurchaseTop, FirstPurchaseReturn, FirstPurchaseQuartile, FirstPurchaseSpend, FirstPurchaseSegment];

    /// <summary>Every id but those of columns.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Standard, Segment];

    /// <summary>The id of the question for a column.</summary>
    public static string OfColumn(string column) => ColumnPrefix + column;

    /// <summary>Whether an id is one of ours; a column's name is not checked.</summary>
    public static bool IsKnown(string id) =>
        All.Contains(id, StringComparer.Ordinal) || (id.StartsWith(ColumnPrefix, StringComparison.Ordinal) && id.Length > ColumnPrefix.Length);
}
