using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace CustomerDashboard.Core.Transactions;

/// <summary>Reads what <see cref="TableFileWriter"/> wrote. Lengths are checked against the file before memory is taken for them.</summary>
internal sealed class TableFileReader : IDisposable
{
    /// <summary>Array elements written and summed at a time.</summary>
    public const int SliceLength = 1 << 20;

    private readonly FileStream stream;
    private TableChecksum checksum = TableChecksum.Start;

    public TableFileReader(string path, string kind, int version)
    {
        try
        {
            stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
        }
        catch (IOException exception)
        {
            throw new TableFileException($"The saved table cannot be opened: {exception.Message} Read the retail file again.", exception);
        }

        try
        {
            Span<byte> magic = stackalloc byte[Magic.Length];
            Read(magic);
            if (!magic.SequenceEqual(Magic) || ReadText() != kind)
            {
                throw new TableFileException("The file is no saved table of this kind. Read the retail file again.");
            }

            long found = ReadNumber();
            if (found != version)
            {
                throw new TableFileException($"The saved table has version {found}; this program reads version {version}. Read the retail file again.");
            }
        }
        catch (TableFileException)
        {
            stream.Dispose();
            throw;
        }
    }

    public static ReadOnlySpan<byte> Magic => "CDTABLE\n"u8;

    public void Dispose() => stream.Dispose();

    public long ReadNumber()
    {
        Span<byte> bytes = stackalloc byte[8];
        Read(bytes);
        return BinaryPrimitives.ReadInt64LittleEndian(bytes);
    }

    public string ReadText()
    {
        byte[] bytes = new byte[ReadLength(1)];
        Read(bytes);
        return Encoding.UTF8.GetString(bytes);
    }

    public unsafe T[]? ReadArray<T>()
        where T : unmanaged
    {
        int length = ReadLength(sizeof(T), mayBeNull: true);
        if (length < 0)
        {
            return null;
        }

        T[] array = GC.AllocateUninitializedArray<T>(length);
        for (Span<T> rest = array; rest.Length > 0;)
        {
            int slice = Math.Min(rest.Length, SliceLength);
            Read(MemoryMarshal.AsBytes(rest[..slice]));
            rest = rest[slice..];
        }

        return array;
    }

    public string[]? ReadTexts()
    {
        int count = ReadLength(4, mayBeNull: true);
        if (count < 0)
        {
            return null;
        }

        int[] lengths = ReadArray<int>() ?? [];
        byte[] all = ReadArray<byte>() ?? [];
        string[] texts = new string[count];
        int at = 0;
        for (int i = 0; i < count; i++)
        {
            if (i >= lengths.Length || lengths[i] < 0 || (lengths[i] & 1) != 0 || lengths[i] > all.Length - at)
            {
                throw Damaged();
            }

            texts[i] = new string(MemoryMarshal.Cast<byte, char>(all.AsSpan(at, lengths[i])));
            at += lengths[i];
        }

        return texts;
    }

    /// <summary>A coded column whose codes are all within its values.</summary>
    public CodedColumn? ReadColumn(int rows)
    {
        int[]? codes = ReadArray<int>();
        string[]? values = ReadTexts();
        if (codes is null || values is null)
        {
            return codes is null && values is null ? null : throw Damaged();
        }

        foreach (int code in codes)
        {
            if (code < CodedColumn.Missing || code >= values.Length)
            {
                throw Damaged();
            }
        }

        return codes.Length == rows ? new CodedColumn(codes, values) : throw Damaged();
    }

    /// <summary>An array that has one entry per row, or null.</summary>
    public T[]? ReadRows<T>(int rows)
        where T : unmanaged
    {
        T[]? array = ReadArray<T>();
        return array is null || array.Length == rows ? array : throw Damaged();
    }

    /// <summary>Checks that all was read and that it is what was written.</summary>
    public void Complete()
    {
        ulong expected = checksum.Value;
        Span<byte> bytes = stackalloc byte[8];
        if (stream.ReadAtLeast(bytes, 8, throwOnEndOfStream: false) < 8 || BinaryPrimitives.ReadUInt64LittleEndian(bytes) != expected || stream.ReadByte() >= 0)
        {
            throw Damaged();
        }
    }

    public static TableFileException Damaged() => new("The saved table is damaged. Read the retail file again.");

    private int ReadLength(int size, bool mayBeNull = false)
    {
        long length = ReadNumber();
        if (length == -1 && mayBeNull)
        {
            return -1;
        }

        return length >= 0 && length <= Array.MaxLength && length * size <= stream.Length - stream.Position ? (int)length : throw Damaged();
    }

    private void Read(Span<byte> bytes)
    {
        if (stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) < bytes.Length)
        {
            throw Damaged();
        }

        checksum.Add(bytes);
    }
}
