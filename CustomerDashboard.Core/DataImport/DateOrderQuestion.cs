namespace CustomerDashboard.Core.DataImport;

/// <summary>
/// Whether the dates of a column name the day or the month first, how that was settled, or, where no row settles it,
/// the question to put to a person with both readings of a value.
/// </summary>
/// <param name="Column">The column the dates are in.</param>
/// <param name="Settled">The order, or null when no row settles it and a person has to say.</param>
/// <param name="Reason">Why, in one sentence, naming the row that settled it.</param>
/// <param name="SampleValue">A value as the file writes it.</param>
/// <param name="DayFirstReading">The sample read day first; null when it cannot be.</param>
/// <param name="MonthFirstReading">The sample read month first; null when it cannot be.</param>
public sealed record DateOrderQuestion(
    string Column,
    DateOrder? Settled,
    string Reason,
    string SampleValue,
    DateTime? DayFirstReading,
    DateTime? MonthFirstReading)
{
    /// <summary>True when a person has to choose <see cref="ImportOptions.DateOrder"/> before the file can be read.</summary>
    public bool NeedsAnswer => Settled is null;
}
