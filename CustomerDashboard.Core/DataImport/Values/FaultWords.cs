namespace CustomerDashboard.Core.DataImport.Values;

/// <summary>Faults in the words of the list of rejected rows: what is wrong and what was expected.</summary>
internal static class FaultWords
{
    public static string Describe(ValueFault fault, string column, char decimalMark) => fault switch
    {
        ValueFault.NotANumber => $"\"{column}\" is not a number; expected one such as {(decimalMark == ',' ? "2,55" : "2.55")}.",
        ValueFault.NotFinite => $"\"{column}\" is not a finite number; NaN and infinity cannot be added up.",
        ValueFault.OutOfRange => $"\"{column}\" is beyond {Words.Count(NumberColumn.LargestNumber)}, which no retail line reaches.",
        ValueFault.Missing => $"\"{column}\" is empty; a line without a date cannot be placed in time.",
        ValueFault.NotADate => $"\"{column}\" is not a date in a format of this column.",
        ValueFault.UndecidedDate => $"\"{column}\" can be read day first or month first, and the column has both; choose the order of day and month to keep such rows.",
        ValueFault.DateOutOfRange => $"\"{column}\" is outside the years {DateText.FirstYear} to {DateText.LastYear}.",
        ValueFault.NotATime => $"\"{column}\" is not a time of day; expected one such as 14:30.",
        _ => $"\"{column}\" cannot be read.",
    };
}
