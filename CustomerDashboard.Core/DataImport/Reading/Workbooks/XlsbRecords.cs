using System.Buffers.Binary;
using System.Text;

namespace CustomerDashboard.Core.DataImport.Reading.Workbooks;

/// <summary>Reads the records of a part of an XLSB workbook one after the other ([MS-XLSB] 2.1.4): type, length, data.</summary>
internal sealed class XlsbRecords(Stream stream, WorkbookPackage package, string part) : IDisposable
{
    /// <summary>A cell holds at most 32,767 characters; nothing that is read here is larger than a row of them.</summary>
    private const int MaxRecordBytes = 16 << 20;

    private byte[] buffer = new byte[1 << 16];
    private int at;
    private int end;
    private int length;

    /// <summary>The number of the record's type ([MS-XLSB] 2.3).</summary>
    public int Type { get; private set; }

    /// <summary>The record's data, until the next one is read.</summary>
    public ReadOnlySpan<byte> Data => buffer.AsSpan(at - length, length);

    /// <summary>Unpacked bytes taken so far.</summary>
    public long Position { get; private set; }

    public static XlsbRecords? Open(WorkbookPackage package, string part, out long length, out long packedLength) =>
        package.OpenPart(part, out length, out packedLength) is { } stream ? new XlsbRecords(stream, package, part) : null;

    public void Dispose() => stream.Dispose();

    /// <summary>Goes to the next record; false at the end of the part.</summary>
    public bool Next()
    {
        if (!TryFill(1))
        {
            return false;
        }

        Type = ReadGroups(2);
        length = ReadGroups(4);
        if (length > MaxRecordBytes || !TryFill(length))
        {
            throw Damaged();
        }

        at += length;
        Position += length;
        return true;
    }

    public int Whole(int offset) => BinaryPrimitives.ReadInt32LittleEndian(Slice(offset, 4));

    public int Short(int offset) => BinaryPrimitives.ReadUInt16LittleEndian(Slice(offset, 2));

    public double Number(int offset) => BinaryPrimitives.ReadDoubleLittleEndian(Slice(offset, 8));

    public byte Byte(int offset) => Slice(offset, 1)[0];

    /// <summary>A text: its length in characters, then UTF-16.</summary>
    public string Text(int offset, out int next)
    {
        int characters = Whole(offset);
        next = offset + 4;

        // All bits set stand for no text at all.
        if (characters == -1)
        {
            return "";
        }

        if (characters < 0 || characters > length / 2)
        {
            throw Damaged();
        }

        next += characters * 2;
        return Encoding.Unicode.GetString(Slice(offset + 4, characters * 2));
    }

    public ImportException Damaged(Exception? cause = null) => package.Damaged(part, cause);

    private ReadOnlySpan<byte> Slice(int offset, int count) =>
        offset + count <= length ? Data.Slice(offset, count) : throw Damaged();

    /// <summary>A number in groups of seven bits, the lowest first; the highest bit says that another follows.</summary>
    private int ReadGroups(int most)
    {
        int number = 0;
        for (int group = 0; group < most; group++)
        {
            if (!TryFill(1))
            {
                throw Damaged();
            }

            byte bits = buffer[at++];
            Position++;
            number |= (bits & 127) << (7 * group);
            if (bits < 128)
            {
                break;
            }
        }

        // A type is known by both its bytes with the highest bits taken off, which is what the specification's numbers are.
        return number;
    }

    private bool TryFill(int needed)
    {
        if (end - at >= needed)
        {
            return true;
        }

        buffer.AsSpan(at, end - at).CopyTo(buffer);
        (at, end) = (0, end - at);
        if (buffer.Length < needed)
        {
            Array.Resize(ref buffer, Math.Max(needed, buffer.Length * 2));
        }

        for (int read = 1; end < needed && read > 0;)
        {
            read = stream.Read(buffer, end, buffer.Length - end);
            end += read;
        }

        return end >= needed;
    }
}
