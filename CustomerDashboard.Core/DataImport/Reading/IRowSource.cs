namespace CustomerDashboard.Core.DataImport.Reading;

/// <summary>One sheet, archive entry or plain file, read forward in batches of rows.</summary>
internal interface IRowSource : IDisposable
{
    /// <summary>Fills the batch with the next rows; false when there are no more.</summary>
    bool Read(RowBatch batch, CancellationToken cancellationToken);

    /// <summary>How many rows the file itself says there are, or null.</summary>
    long? RowCountHint => null;
}
