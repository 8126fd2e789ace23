using System.Buffers;

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
    private const byte Quote = (byte)'"';
    private readonly Stream stream;
    private readonly Func<long> position;
    private readonly byte delimiter;
    private readonly SearchValues<byte> fieldEnds;
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
        this.delimiter = (byte)delimiter;
        this.maxLineBytes = maxLineBytes;
        fieldEnds = SearchValues.Create([this.delimiter, (byte)'\n', (byte)'\r']);
    }

    private enum Outcome
    {
        Row,
        NeedsMore,
        Fault,
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
            int innerLines = 0;
            bool escaped = false;
            string reason = "";
            Outcome outcome = SplitRow(batch, start, length, out int end, ref innerLines, ref escaped, ref reason);
            if (outcome == Outcome.NeedsMore && length - start <= maxLineBytes)
            {
                batch.DropFieldsFrom(firstField);
                return start;
            }

            if (outcome == Outcome.Row && end - start > maxLineBytes + 2)
            {
                outcome = Outcome.NeedsMore;
            }

            if (outcome == Outcome.Row && hasNul && data.AsSpan(start, end - start).Contains((byte)0))
            {
                outcome = Outcome.Fault;
                reason = "The line holds a NUL character, which text files do not have.";
            }

            if (outcome == Outcome.Row)
            {
                if (escaped)
                {
                    Unescape(batch, firstField);
                }

                batch.EndRow(firstField, line);
                line += 1 + innerLines;
                start = end;
                continue;
            }

            batch.DropFieldsFrom(firstField);
            start = PassOver(batch, start, length, outcome, innerLines, reason);
        }

        return start;
    }

    /// <summary>Hands over the physical line at <paramref name="start"/> as a fault and returns where the next one begins.</summary>
    private int PassOver(RowBatch batch, int start, int length, Outcome outcome, int innerLines, string reason)
    {
        ReadOnlySpan<byte> rest = batch.Data.AsSpan(start, length - start);
        int lineLength = rest.IndexOfAny((byte)'\n', (byte)'\r');
        if (outcome == Outcome.NeedsMore)
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

    private Outcome SplitRow(
        RowBatch batch, int start, int length, out int end, ref int innerLines, ref bool escaped, ref string reason)
    {
        byte[] data = batch.Data;
        int at = start;
        end = start;
        while (true)
        {
            int stop;
            if (at < length && data[at] == Quote)
            {
                Outcome outcome = FindClosingQuote(data, at + 1, length, out int close, ref escaped, ref reason);
                innerLines += CountLines(data.AsSpan(at + 1, close - at - 1));
                if (outcome != Outcome.Row)
                {
                    return outcome;
                }

                batch.AddField(at + 1, close - at - 1);
                stop = close + 1;
                while (stop < length && data[stop] == ' ')
                {
                    stop++;
                }

                if (stop < length && data[stop] != delimiter && data[stop] is not ((byte)'\n' or (byte)'\r'))
                {
                    reason = "A quote stands inside a quoted value without being doubled, or a quote is not closed on its line.";
                    return Outcome.Fault;
                }

                if (stop == length && !ended)
                {
                    return Outcome.NeedsMore;
                }
            }
            else
            {
                int index = data.AsSpan(at, length - at).IndexOfAny(fieldEnds);
                if (index < 0 && !ended)
                {
                    return Outcome.NeedsMore;
                }

                stop = index < 0 ? length : at + index;
                batch.AddField(at, stop - at);
            }

            if (stop < length && data[stop] == delimiter)
            {
                at = stop + 1;
                continue;
            }

            if (stop + 1 == length && data[stop] == '\r' && !ended)
            {
                return Outcome.NeedsMore;
            }

            end = stop == length ? stop : stop + (data[stop] == '\r' && stop + 1 < length && data[stop + 1] == '\n' ? 2 : 1);
            return Outcome.Row;
        }
    }

    private Outcome FindClosingQuote(byte[] data, int from, int length, out int close, ref bool escaped, ref string reason)
    {
        while (true)
        {
            int index = data.AsSpan(from, length - from).IndexOf(Quote);
            if (index < 0)
            {
                close = length;
                reason = "A quote opened on this line is never closed.";
                return ended ? Outcome.Fault : Outcome.NeedsMore;
            }

            close = from + index;
            if (close + 1 == length && !ended)
            {
                return Outcome.NeedsMore;
            }

            if (close + 1 == length || data[close + 1] != Quote)
            {
                return Outcome.Row;
            }

            escaped = true;
            from = close + 2;
        }
    }

    private static int CountLines(ReadOnlySpan<byte> field)
    {
        int feeds = field.Count((byte)'\n');
        return feeds > 0 ? feeds : field.Count((byte)'\r');
    }

    /// <summary>Halves doubled quotes in place; only now, because a row that is a fault is read again from its line.</summary>
    private static void Unescape(RowBatch batch, int firstField)
    {
        for (int field = firstField; field < batch.FieldCount; field++)
        {
            int start = batch.FieldStart[field];
            if (start == 0 || batch.Data[start - 1] != Quote)
            {
                continue;
            }

            Span<byte> bytes = batch.Data.AsSpan(start, batch.FieldLength[field]);
            int write = bytes.IndexOf(Quote);
            if (write < 0)
            {
                continue;
            }

            for (int read = write; read < bytes.Length; read++)
            {
                bytes[write++] = bytes[read];
                read += bytes[read] == Quote ? 1 : 0;
            }

            batch.FieldLength[field] = write;
        }
    }
}
