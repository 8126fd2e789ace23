using CustomerDashboard.Components.Controls;
using CustomerDashboard.Core.Analysis;
using CustomerDashboard.Core.DataImport;

namespace CustomerDashboard.Components.Pages.DataImport;

/// <summary>What the Data page says of a file that was read.</summary>
internal static class DataWords
{
    /// <summary>Why nothing can be analysed although lines were read; null when something can.</summary>
    public static string? NothingLeft(AnalysisResult result) =>
        result is { Kind: FileKind.Transactions, Cleaning: null, Ledger.Count: > 0 } && result.Stages.TryGetValue(AnalysisStage.Cleaning, out var outcome)
            ? outcome.Message
            : null;

    /// <summary>The customers of the file before cleaning.</summary>
    public static int Customers(AnalysisResult result) => result.AsRead?.Customers ?? result.File.Attributes?.RowCount ?? result.Features?.RowCount ?? 0;

    public static string CustomersDetail(AnalysisResult result) => result switch
    {
        { Kind: FileKind.CustomerAttributes } => "one row each",
        { Cleaning: null } => "none left after cleaning",
        { Features: { } features } => $"{Numbers.Count(features.RowCount)} after cleaning",
        _ => "before cleaning",
    };

    /// <summary>Every row of the file accounted for, in one sentence.</summary>
    public static string Account(AnalysisResult result)
    {
        var report = result.Report;
        var rows = report.RowsRejected == 0
            ? $"{(report.RowsRead == 1 ? "The one row" : $"All {Numbers.Count(report.RowsRead)} rows")} of {report.FileName} {(report.RowsRead == 1 ? "was" : "were")} read"
            : $"{Numbers.Count(report.RowsKept)} of the {Numbers.Counted(report.RowsRead, "row")} of {report.FileName} {(report.RowsKept == 1 ? "was" : "were")} kept and {Numbers.Count(report.RowsRejected)} set aside";
        return result.AsRead is { First: { } first, Last: { } last } read
            ? $"{rows}: {Numbers.Counted(read.Customers, "customer")} from {Numbers.Date(first)} to {Numbers.Date(last)}."
            : $"{rows}: {Numbers.Counted(Customers(result), "customer")}.";
    }
}
