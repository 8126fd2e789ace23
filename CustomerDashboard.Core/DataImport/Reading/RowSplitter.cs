using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CustomerDashboard.Core.DataImport.Reading;

/// <summary>
/// Splits one row after the other of a stretch of bytes into fields, by the rules told at <see cref="DelimitedTextSource"/>.
/// Where fields end is looked up for sixty-four bytes at a time: fields are too short for a search each.
/// </summary>
internal sealed class RowSplitter(byte delimiter)
{
    private const byte Quote = (byte)'"';
    private const int Block = 64;
    private RowBatch batch = null!;
    private int length;
    private bool ended;
    private bool escaped;
    private int blockStart;
    private ulong blockEnds;

    /// <summary>Line ends inside the quoted fields of the last row.</summary>
    public int InnerLines { get; private set; }

    /// <summary>Why the last row is a fault.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Takes up a stretch of bytes.</summary>
    /// <param name="target">Holds the bytes and is given the fields.</param>
    /// <param name="count">How many bytes there are.</param>
    /// <param name="isLast">True when no bytes follow these.</param>
    public void Begin(RowBatch target, int count, bool isLast)
    {
        (batch, length, ended) = (target, count, isLast);
        blockStart = int.MinValue / 2;
    }

    /// <summary>Adds the fields of the row at <paramref name="start"/> to the batch; it is for the caller to close or to drop them.</summary>
    /// <param name="start">Where the row begins.</param>
    /// <param name="end">Where the next one does.</param>
    public SplitOutcome Split(int start, out int end)
    {
        byte[] data = batch.Data;
        (InnerLines, escaped, Reason) = (0, false, "");
        int at = start;
        end = start;
        while (true)
        {
            int stop;
            if (at < length && data[at] == Quote)
            {
                SplitOutcome outcome = FindClosingQuote(data, at + 1, out int close);
                InnerLines += CountLines(data.AsSpan(at + 1, close - at - 1));
                if (outcome != SplitOutcome.Row)
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
                    Reason = "A quote stands inside a quoted value without being doubled, or a quote is not closed on its line.";
                    return SplitOutcome.Fault;
                }

                if (stop == length && !ended)
                {
                    return SplitOutcome.NeedsMore;
                }
            }
            else
            {
                stop = FindFieldEnd(at);
                if (stop == length && !ended)
                {
                    return SplitOutcome.NeedsMore;
                }

                batch.AddField(at, stop - at);
            }

            if (stop < length && data[stop] == delimiter)
            {
                at = stop + 1;
                continue;
            }

            if (stop + 1 == length && data[stop] == '\r' && !ended)
            {
                return SplitOutcome.NeedsMore;
            }

            end = stop == length ? stop : stop + (data[stop] == '\r' && stop + 1 < length && data[stop + 1] == '\n' ? 2 : 1);
            return SplitOutcome.Row;
        }
    }

    /// <summary>Halves doubled quotes in place; only now, because a row that is a fault is read again from its line.</summary>
    public void Unescape(int firstField)
    {
        for (int field = firstField; escaped && field < batch.FieldCount; field++)
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

    /// <summary>Where the field at a place ends: at a delimiter, a line end or the end of the bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int FindFieldEnd(int at)
    {
        // A line that was passed over may lead back before the block.
        int offset = at - blockStart;
        if ((uint)offset < Block)
        {
            ulong ends = blockEnds >> offset;
            if (ends != 0)
            {
                return at + BitOperations.TrailingZeroCount(ends);
            }

            at = blockStart + Block;
        }

        return FindFieldEndFrom(at);
    }

    private int FindFieldEndFrom(int at)
    {
        ReadOnlySpan<byte> data = batch.Data.AsSpan(0, length);
        for (; at + Block <= length; at += Block)
        {
            ref byte first = ref Unsafe.Add(ref MemoryMarshal.GetReference(data), at);
            ulong ends = Ends(ref first) | ((ulong)Ends(ref Unsafe.Add(ref first, Vector256<byte>.Count)) << Vector256<byte>.Count);
            if (ends != 0)
            {
                (blockStart, blockEnds) = (at, ends);
                return at + BitOperations.TrailingZeroCount(ends);
            }
        }

        int index = at < length ? data[at..].IndexOfAny(delimiter, (byte)'\n', (byte)'\r') : -1;
        return index < 0 ? length : at + index;
    }

    private uint Ends(ref byte first)
    {
        Vector256<byte> bytes = Vector256.LoadUnsafe(ref first);
        return (Vector256.Equals(bytes, Vector256.Create(delimiter)) | Vector256.Equals(bytes, Vector256.Create((byte)'\n'))
            | Vector256.Equals(bytes, Vector256.Create((byte)'\r'))).ExtractMostSignificantBits();
    }

    private SplitOutcome FindClosingQuote(byte[] data, int from, out int close)
    {
        while (true)
        {
            int index = data.AsSpan(from, length - from).IndexOf(Quote);
            if (index < 0)
            {
                close = length;
                Reason = "A quote opened on this line is never closed.";
                return ended ? SplitOutcome.Fault : SplitOutcome.NeedsMore;
            }

            close = from + index;
            if (close + 1 == length && !ended)
            {
                return SplitOutcome.NeedsMore;
            }

            if (close + 1 == length || data[close + 1] != Quote)
            {
                return SplitOutcome.Row;
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
}
