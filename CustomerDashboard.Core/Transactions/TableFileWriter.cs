using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace CustomerDashboard.Core.Transactions;

/// <summary>Writes arrays one after the other with a check sum at the end, into a file that appears whole or not at all.</summary>
internal sealed class TableFileWriter : IDisposable
{
    private readonly string path;
    private readonly string temporary;
    private readonly FileStream stream;
    private TableChecksum checksum = TableChecksum.Start;

    public TableFileWriter(string path, string kind, int version)
    {
        this.path = path;
        temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16);
        Write(TableFileReader.Magic);
        WriteText(kind);
        WriteNumber(version);
    }

    public void WriteNumber(long number)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, number);
        Write(bytes);
    }

    public void WriteText(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        WriteNumber(bytes.Length);
        Write(bytes);
    }

    public void WriteArray<T>(T[]? array)
        where T : unmanaged
    {
        WriteNumber(array?.Length ?? -1);

        // In slices, because a column of doubles can be longer than a span of bytes can be.
        for (ReadOnlySpan<T> rest = array; rest.Length > 0;)
        {
            int length = Math.Min(rest.Length, TableFileReader.SliceLength);
            Write(MemoryMarshal.AsBytes(rest[..length]));
            rest = rest[length..];
        }
    }

    public void WriteTexts(IReadOnlyList<string>? texts)
    {
        WriteNumber(texts?.Count ?? -1);
        if (texts is null)
        {
            return;
        }

        int[] lengths = new int[texts.Count];
        using MemoryStream all = new();
        for (int i = 0; i < lengths.Length; i++)
        {
            // UTF-16, because it keeps any string as it is, lone surrogates included.
            ReadOnlySpan<byte> bytes = MemoryMarshal.AsBytes(texts[i].AsSpan());
            lengths[i] = bytes.Length;
            all.Write(bytes);
        }

        WriteArray(lengths);
        WriteArray(all.ToArray());
    }

    public void WriteColumn(CodedColumn? column)
    {
        WriteArray(column?.Codes);
        WriteTexts(column?.Values);
    }

    /// <summary>Adds the check sum and puts the file in its place.</summary>
    public void Complete()
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, checksum.Value);
        stream.Write(bytes);
        stream.Flush(flushToDisk: true);
        stream.Dispose();
        File.Move(temporary, path, overwrite: true);
    }

    public void Dispose()
    {
        stream.Dispose();
        File.Delete(temporary);
    }

    private void Write(ReadOnlySpan<byte> bytes)
    {
        checksum.Add(bytes);
        stream.Write(bytes);
    }
}
