namespace CustomerDashboard.Core.DataImport.Reading;

/// <summary>
/// Splits delimited text into fields. Not CsvHelper, which reads as fast but cannot do what accounting for every row asks
/// for: a quote that is never closed must cost one line and not all lines up to the next quote, a line too long for
/// memory must be passed over and not end the reading, and a batch must outlive the read so that another thread codes it.
/// </summary>
/// <remarks>
/// Follows RFC 4180 with LF, CRLF and CR line ends in any mixture. A quote counts only at the beginning of a field; what
/// follows a closing quote must be a delimiter or a line end, else the line is handed over as a fault and reading goes
/// on with the next line.
/// </remarks>
internal sealed class DelimitedTextSource : IRowSource
{
    private readonly Stream stream;
    private readonly Func<long> position;
    private readonly RowSplitter splitter;
    private readonly int maxLineBytes;
    private byte[] carry = [];
    private int carryLength;
    private int line = 1;
    private bool ended;
    private bool skippingLine;

    /// <param name="stream">UTF-8 or Windows-1252 bytes, without a byte order mark.</param>
    /// <param name="position">How many bytes of the file have been read.</param>
    /// <param name="delimiter">An ASCII character.</param>
    /// <param name="maxLineBytes">Longest row; longer ones become faults.</param>
    public DelimitedTextSource(Stream stream, Func<long> position, char delimiter, int maxLineBytes)
    {
        this.stream = stream;
        this.position = position;
        splitter = new RowSplitter((byte)delimiter);
        this.maxLineBytes = maxLineBytes;
    }

    public void Dispose() => stream.Dispose();

    public bool Read(RowBatch batch, CancellationToken cancellationToken)
    {
        batch.Clear();
        if (batch.Data.Length < carryLength + 4096)
        {
            batch.Data = new byte[carryLength + (1 << 20)];
        }

        carry.AsSpan(0, carryLength).CopyTo(batch.Data);
        int length = carryLength;
        carryLength = 0;
        int start = 0;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            length = Fill(batch, length);
            if (skippingLine)
            {
                start = SkipRestOfLine(batch.Data, start, length);
            }

            start = Split(batch, start, length);
            if (batch.RowCount > 0 || batch.Faults.Count > 0 || (ended && start >= length))
            {
                break;
            }

            // Not one whole row: make room for more of it, which the limit on a row's length bounds.
            batch.Data.AsSpan(start, length - start).CopyTo(batch.Data);
            length -= start;
            start = 0;
            if (length > batch.Data.Length / 2)
            {
                Array.Resize(ref batch.Data, batch.Data.Length * 2);
            }
        }

        carryLength = length - start;
        if (carry.Length < carryLength)
        {
            carry = new byte[Math.Max(carryLength, 1 << 16)];
        }

        batch.Data.AsSpan(start, carryLength).CopyTo(carry);
        batch.SourcePosition = position();
        return batch.RowCount > 0 || batch.Faults.Count > 0 || batch.BlankLines > 0 || !ended || carryLength > 0;
    }

    private int Fill(RowBatch batch, int length)
    {
        while (!ended && length < batch.Data.Length)
        {
            int read = stream.Read(batch.Data, length, batch.Data.Length - length);
            ended = read == 0;
            length += read;
        }

        return length;
    }

    private int SkipRestOfLine(byte[] data, int start, int length)
    {
        int index = data.AsSpan(start, length - start).IndexOfAny((byte)'\n', (byte)'\r');
        if (index < 0)
        {
            skippingLine = !ended;
            return length;
        }

        int end = start + index;
        if (data[end] == '\r' && end + 1 == length && !ended)
        {
            return end;
        }

        skippingLine = false;
        line++;
        return end + (data[end] == '\r' && end + 1 < length && data[end + 1] == '\n' ? 2 : 1);
    }

    /// <summary>Splits whole rows from <paramref name="start"/> on; returns where the first incomplete one begins.</summary>
    private int Split(RowBatch batch, int start, int length)
    {
        byte[] data = batch.Data;
        splitter.Begin(batch, length, ended);
        bool hasNul = data.AsSpan(start, length - start).Contains((byte)0);
        while (start < length && !skippingLine)
        {
            byte first = data[start];
            if (first is (byte)'\n' or (byte)'\r')
            {
                if (first == '\r' && start + 1 == length && !ended)
                {
                    return start;
                }

                start += first == '\r' && start + 1 < length && data[start + 1] == '\n' ? 2 : 1;
                line++;
                batch.BlankLines++;
                continue;
            }

            int firstField = batch.FieldCount;
            SplitOutcome outcome = splitter.Split(start, out int end);
            if (outcome == SplitOutcome.NeedsMore && length - start <= maxLineBytes)
            {
                batch.DropFieldsFrom(firstField);
                return start;
            }

            if (outcome == SplitOutcome.Row && end - start > maxLineBytes + 2)
            {
                outcome = SplitOutcome.NeedsMore;
            }

            string reason = splitter.Reason;
            if (outcome == SplitOutcome.Row && hasNul && data.AsSpan(start, end - start).Contains((byte)0))
            {
                outcome = SplitOutcome.Fault;
                reason = "The line holds a NUL character, which text files do not have.";
            }

            if (outcome == SplitOutcome.Row)
            {
                splitter.Unescape(firstField);
                batch.EndRow(firstField, line);
                line += 1 + splitter.InnerLines;
                start = end;
                continue;
            }

            batch.DropFieldsFrom(firstField);
            start = PassOver(batch, start, length, outcome, splitter.InnerLines, reason);
        }

        return start;
    }

    /// <summary>Hands over the physical line at <paramref name="start"/> as a fault and returns where the next one begins.</summary>
    private int PassOver(RowBatch batch, int start, int length, SplitOutcome outcome, int innerLines, string reason)
    {
        ReadOnlySpan<byte> rest = batch.Data.AsSpan(start, length - start);
        int lineLength = rest.IndexOfAny((byte)'\n', (byte)'\r');
        if (outcome == SplitOutcome.NeedsMore)
        {
            reason = innerLines > 0 || (lineLength >= 0 && lineLength <= maxLineBytes)
                ? $"A quote opened on this line is not closed within {Words.Count(maxLineBytes)} bytes."
                : $"The line is longer than {Words.Count(maxLineBytes)} bytes.";
        }

        batch.Faults.Add(new RowFault(line, FieldText.Excerpt(lineLength < 0 ? rest : rest[..lineLength]), reason));
        if (lineLength < 0)
        {
            skippingLine = !ended;
            return length;
        }

        skippingLine = true;
        return SkipRestOfLine(batch.Data, start + lineLength, length);
    }
}
