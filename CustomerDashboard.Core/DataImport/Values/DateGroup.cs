using CustomerDashboard.Core.DataImport.Reading;

namespace CustomerDashboard.Core.DataImport.Values;

/// <summary>The dates of a column that two numbers begin and one separator divides: they share one order, which their rows settle.</summary>
internal sealed class DateGroup
{
    // One row in fifty the other way round is a slip of the pen; more is a second format.
    private const long Slip = 50;
    private (long Rows, int Code, int FirstRow) dayFirst;
    private (long Rows, int Code, int FirstRow) monthFirst;

    public long Rows { get; private set; }

    /// <summary>A value that can be read both ways, if there is one.</summary>
    public int SampleCode { get; private set; } = -1;

    /// <summary>The order, or null when no row settles it.</summary>
    public DateOrder? Order { get; private set; }

    /// <summary>True when some rows can only have the day first and others only the month.</summary>
    public bool IsMixed { get; private set; }

    /// <summary>True when a person has to say which reading is meant.</summary>
    public bool IsOpen => Order is null && !IsMixed;

    public void Add(in DateText date, int code, int rows, int firstRow)
    {
        Rows += rows;
        if (date.First > 12)
        {
            dayFirst = dayFirst.Rows == 0 ? (rows, code, firstRow) : dayFirst with { Rows = dayFirst.Rows + rows };
        }
        else if (date.Second > 12)
        {
            monthFirst = monthFirst.Rows == 0 ? (rows, code, firstRow) : monthFirst with { Rows = monthFirst.Rows + rows };
        }
        else if (SampleCode < 0 && date.First != date.Second)
        {
            SampleCode = code;
        }

        SampleCode = SampleCode < 0 && Rows == rows ? code : SampleCode;
    }

    /// <param name="chosen">The order a person chose, or null.</param>
    public void Settle(DateOrder? chosen)
    {
        bool day = dayFirst.Rows > 0 && dayFirst.Rows >= monthFirst.Rows * Slip;
        bool month = monthFirst.Rows > 0 && monthFirst.Rows >= dayFirst.Rows * Slip;
        IsMixed = chosen is null && dayFirst.Rows > 0 && monthFirst.Rows > 0 && !day && !month;
        Order = chosen ?? (day ? DateOrder.DayFirst : month ? DateOrder.MonthFirst : null);
    }

    /// <summary>Whether this date has the day first: by the order of the group, else by the date itself.</summary>
    public bool IsDayFirst(in DateText date) => Order is { } order ? order == DateOrder.DayFirst : date.First > 12;

    /// <summary>How the order was settled, in one sentence that names the row.</summary>
    public string Explain(DateOrder? chosen, RawColumn column, bool windows1252, Func<int, int> lineOfRow)
    {
        if (chosen is not null)
        {
            return $"Dates are read {Words(chosen.Value)} first, as chosen.";
        }

        if (Order is not { } order)
        {
            return IsMixed
                ? "Some rows have the day first and others the month first."
                : "No row has a day above 12, so nothing in the file tells the day from the month.";
        }

        (_, int code, int row) = order == DateOrder.DayFirst ? dayFirst : monthFirst;
        return $"Dates have the {Words(order)} first: \"{FieldText.Decode(column.Value(code), windows1252)}\" on line {lineOfRow(row)} cannot be read otherwise.";
    }

    private static string Words(DateOrder order) => order == DateOrder.DayFirst ? "day" : "month";
}
