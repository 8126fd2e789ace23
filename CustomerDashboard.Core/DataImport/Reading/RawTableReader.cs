using System.Threading.Channels;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.DataImport.Reading;

/// <summary>Reads the wanted columns of a sheet: one thread unpacks and splits rows, the other codes the values.</summary>
internal static class RawTableReader
{
    private const int BatchesInFlight = 3;

    /// <param name="file">The file.</param>
    /// <param name="layout">The sheet.</param>
    /// <param name="columns">Index of each wanted column in the sheet, -1 for one it lacks.</param>
    /// <param name="maxRows">Stop after about so many rows; for profiles.</param>
    /// <param name="progress">Told the rows and bytes of the file so far.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static RawTable Read(
        SourceFile file, SheetLayout layout, int[] columns, int maxRows, Action<int, long>? progress, CancellationToken cancellationToken)
    {
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Channel<RowBatch> filled = Channel.CreateBounded<RowBatch>(BatchesInFlight);
        Channel<RowBatch> free = Channel.CreateUnbounded<RowBatch>();
        for (int i = 0; i < BatchesInFlight; i++)
        {
            free.Writer.TryWrite(new RowBatch());
        }

        Task reader = Task.Factory.StartNew(
            () => Fill(file, layout, filled.Writer, free.Reader, stop.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        RawTable table = new(columns.Length);
        Coder coder = new(table, layout, columns, file.Limits);
        try
        {
            while (WaitFor(filled.Reader, cancellationToken) is { } batch)
            {
                coder.Add(batch);
                progress?.Invoke(table.RowCount, batch.SourcePosition);
                if (table.RowCount >= maxRows)
                {
                    break;
                }

                free.Writer.TryWrite(batch);
            }
        }
        finally
        {
            stop.Cancel();
            WaitQuietly(reader);
        }

        cancellationToken.ThrowIfCancellationRequested();
        if (table.RowCount < maxRows && reader.IsFaulted)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(reader.Exception!.InnerException!);
        }

        table.SheetEnds.Add(table.RowCount);
        return table;
    }

    private static RowBatch? WaitFor(ChannelReader<RowBatch> batches, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (batches.TryRead(out RowBatch? batch))
            {
                return batch;
            }

            if (!batches.WaitToReadAsync(cancellationToken).AsTask().GetAwaiter().GetResult())
            {
                return null;
            }
        }
    }

    private static void WaitQuietly(Task task)
    {
        ((IAsyncResult)task).AsyncWaitHandle.WaitOne();
        _ = task.Exception;
    }

    private static void Fill(
        SourceFile file, SheetLayout layout, ChannelWriter<RowBatch> filled, ChannelReader<RowBatch> free, CancellationToken stop)
    {
        try
        {
            using IRowSource source = file.OpenRows(layout.Name, layout.Encoding, layout.Delimiter, layout.Columns.Count);
            while (WaitFor(free, stop) is { } batch && source.Read(batch, stop))
            {
                filled.WriteAsync(batch, stop).AsTask().GetAwaiter().GetResult();
            }
        }
        catch (InvalidDataException exception)
        {
            throw new ImportException(ImportErrorCode.Damaged, $"{file.FileName} is damaged or cut short. Download or save the file again.", exception);
        }
        catch (IOException exception)
        {
            throw new ImportException(ImportErrorCode.NotReadable, $"{file.FileName} could not be read to its end. Check the disk or network it is on, then choose it again.", exception);
        }
        finally
        {
            filled.TryComplete();
        }
    }

    /// <summary>Passes over the header, sorts out rows that do not fit the columns and codes the others column by column.</summary>
    private sealed class Coder(RawTable table, SheetLayout layout, int[] columns, ImportLimits limits)
    {
        private readonly int width = layout.Columns.Count;
        private int rowsAbove = layout.RowsAbove;
        private int[] rows = new int[1 << 13];
        private int[] firstFields = new int[1 << 13];

        public void Add(RowBatch batch)
        {
            if (rows.Length < batch.RowCount)
            {
                rows = new int[batch.RowCount * 2];
                firstFields = new int[batch.RowCount * 2];
            }

            foreach (RowFault fault in batch.Faults)
            {
                AddFault(fault);
            }

            int count = 0;
            for (int row = 0; row < batch.RowCount; row++)
            {
                if (rowsAbove > 0)
                {
                    rowsAbove--;
                    continue;
                }

                if (batch.FieldLength[batch.RowFirst[row]] == 0 && batch.IsBlank(row))
                {
                    table.BlankLines++;
                    continue;
                }

                int fields = batch.FieldsOfRow(row);
                if (fields != width && !HasOnlyBlanksBeyond(batch, row))
                {
                    AddFault(new RowFault(batch.RowLine[row], batch.Excerpt(row),
                        $"Wrong number of fields: {fields} where the header has {width}."));
                    continue;
                }

                rows[count] = row;
                firstFields[count++] = batch.RowFirst[row];
            }

            table.BlankLines += batch.BlankLines;
            if (table.RowCount + (long)count > limits.MaxRows)
            {
                throw new ImportException(ImportErrorCode.TooLarge, $"The file has more than {Words.Count(limits.MaxRows)} rows. Split it, or raise the limit.");
            }

            table.AddLines(batch, rows.AsSpan(0, count));
            for (int i = 0; i < columns.Length; i++)
            {
                if (columns[i] >= 0)
                {
                    table.Columns[i].AddColumn(batch, firstFields.AsSpan(0, count), columns[i]);
                    continue;
                }

                for (int row = 0; row < count; row++)
                {
                    table.Columns[i].AddMissing();
                }
            }
        }

        private bool HasOnlyBlanksBeyond(RowBatch batch, int row)
        {
            if (batch.FieldsOfRow(row) < width)
            {
                return false;
            }

            for (int field = batch.RowFirst[row] + width; field < batch.RowFirst[row + 1]; field++)
            {
                if (!FieldText.IsBlank(batch.Field(field)))
                {
                    return false;
                }
            }

            return true;
        }

        private void AddFault(RowFault fault)
        {
            if (table.Faults.Count < limits.MaxRejectedKept)
            {
                table.Faults.Add((0, fault));
            }
            else
            {
                table.FaultsNotListed++;
            }
        }
    }
}
