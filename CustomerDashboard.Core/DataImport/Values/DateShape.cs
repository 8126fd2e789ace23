namespace CustomerDashboard.Core.DataImport.Values;

/// <summary>How a date is written, as far as its order of parts can be told from it.</summary>
internal enum DateShape : byte
{
    /// <summary>2011-12-31, 20111231: nothing to ask.</summary>
    YearFirst,

    /// <summary>31/12/2011 or 12/31/2011: two numbers, then the year.</summary>
    TwoNumbers,

    /// <summary>31 Dec 2011, December 31, 2011: nothing to ask.</summary>
    MonthName,
}
