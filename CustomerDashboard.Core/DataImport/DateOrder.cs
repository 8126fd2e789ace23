namespace CustomerDashboard.Core.DataImport;

/// <summary>In which order a date names its parts.</summary>
public enum DateOrder
{
    /// <summary>31/12/2011.</summary>
    DayFirst,

    /// <summary>12/31/2011.</summary>
    MonthFirst,

    /// <summary>2011-12-31.</summary>
    YearFirst,
}
