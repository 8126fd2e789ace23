namespace CustomerDashboard.Core.DataImport.Reading;

/// <summary>What became of the attempt to split a row into fields.</summary>
internal enum SplitOutcome
{
    Row,

    /// <summary>The bytes at hand end before the row does.</summary>
    NeedsMore,

    /// <summary>The line is no row; <see cref="RowSplitter.Reason"/> says why.</summary>
    Fault,
}
