using System.Numerics;
using System.Runtime.InteropServices;

namespace CustomerDashboard.Core.DataImport.Reading;

/// <summary>
/// A column as it is read: every value coded by its bytes, whatever it will turn out to mean. What the column is - which
/// decimal mark, which order of day and month, which encoding - is decided afterwards from the different values,
/// each parsed once, so the decision rests on the whole column and costs little.
/// </summary>
internal sealed class RawColumn
{
    private const int ChunkBits = 16;
    private const int ChunkSize = 1 << ChunkBits;
    private readonly List<int[]> chunks = [];
    private byte[] arena = new byte[1 << 12];
    private int[] offsets = new int[256];
    private uint[] hashes = new uint[256];
    private CellKind[]? kinds;
    private int[] slots = new int[1024];
    private int lastCode = -1;
    private int last;

    /// <summary>Rows so far.</summary>
    public int RowCount { get; private set; }

    /// <summary>Different values so far; codes run from 0 to one less, in order of first appearance.</summary>
    public int DistinctCount { get; private set; }

    public ReadOnlySpan<byte> Value(int code) => arena.AsSpan(offsets[code], End(code) - offsets[code]);

    public CellKind Kind(int code) => kinds is null ? CellKind.Text : kinds[code];

    /// <summary>The code of a row, -1 where the field is empty.</summary>
    public int this[int row] => chunks[row >> ChunkBits][row & (ChunkSize - 1)];

    /// <summary>Adds one column of the given rows of a batch.</summary>
    public void AddColumn(RowBatch batch, ReadOnlySpan<int> firstFields, int column)
    {
        int[] starts = batch.FieldStart;
        int[] lengths = batch.FieldLength;
        CellKind[]? batchKinds = batch.FieldKind;
        byte[] data = batch.Data;
        foreach (int first in firstFields)
        {
            int field = first + column;
            Append(Code(data.AsSpan(starts[field], lengths[field]), batchKinds is null ? CellKind.Text : batchKinds[field]));
        }
    }

    public void AddMissing() => Append(-1);

    /// <summary>Appends all rows of another column.</summary>
    public void AddAll(RawColumn other)
    {
        int[] map = new int[other.DistinctCount];
        for (int code = 0; code < map.Length; code++)
        {
            map[code] = Code(other.Value(code), other.Kind(code));
        }

        for (int row = 0; row < other.RowCount; row++)
        {
            int code = other[row];
            Append(code < 0 ? -1 : map[code]);
        }
    }

    /// <summary>The codes of all rows in one array; the column is not added to afterwards.</summary>
    public int[] TakeCodes()
    {
        int[] codes = new int[RowCount];
        for (int chunk = 0; chunk < chunks.Count; chunk++)
        {
            int from = chunk << ChunkBits;
            chunks[chunk].AsSpan(0, Math.Min(ChunkSize, RowCount - from)).CopyTo(codes.AsSpan(from));
        }

        return codes;
    }

    /// <summary>How many rows have each value.</summary>
    public int[] CountRows()
    {
        int[] counts = new int[DistinctCount];
        for (int row = 0; row < RowCount; row++)
        {
            int code = this[row];
            if (code >= 0)
            {
                counts[code]++;
            }
        }

        return counts;
    }

    /// <summary>The first row that has each value.</summary>
    public int[] FindFirstRows()
    {
        int[] first = new int[DistinctCount];
        int next = 0;
        for (int row = 0; row < RowCount && next < first.Length; row++)
        {
            // Codes are given out in order of appearance, so the next unseen code is always the next number.
            if (this[row] == next)
            {
                first[next++] = row;
            }
        }

        return first;
    }

    private int End(int code) => code + 1 < DistinctCount ? offsets[code + 1] : last;

    private void Append(int code)
    {
        int row = RowCount;
        if ((row & (ChunkSize - 1)) == 0)
        {
            chunks.Add(new int[ChunkSize]);
        }

        chunks[row >> ChunkBits][row & (ChunkSize - 1)] = code;
        RowCount = row + 1;
    }

    private int Code(ReadOnlySpan<byte> value, CellKind kind)
    {
        if (value.Length == 0)
        {
            return -1;
        }

        // Lines of one invoice follow each other, so most columns mostly repeat the row above.
        if (lastCode >= 0 && Value(lastCode).SequenceEqual(value) && Kind(lastCode) == kind)
        {
            return lastCode;
        }

        uint hash = Hash(value) + (uint)kind;
        int mask = slots.Length - 1;
        int slot = (int)hash & mask;
        while (true)
        {
            int code = slots[slot] - 1;
            if (code < 0)
            {
                return lastCode = Add(value, kind, hash, slot);
            }

            if (hashes[code] == hash && Value(code).SequenceEqual(value) && Kind(code) == kind)
            {
                return lastCode = code;
            }

            slot = (slot + 1) & mask;
        }
    }

    private int Add(ReadOnlySpan<byte> value, CellKind kind, uint hash, int slot)
    {
        int code = DistinctCount;
        if (code == offsets.Length)
        {
            Array.Resize(ref offsets, code * 2);
            Array.Resize(ref hashes, code * 2);
            if (kinds is not null)
            {
                Array.Resize(ref kinds, code * 2);
            }
        }

        if (last + (long)value.Length > Array.MaxLength)
        {
            throw new ImportException(ImportErrorCode.TooLarge,
                "The different values of one column take more than 2 GB. Leave that column out of the mapping or split the file.");
        }

        if (last + value.Length > arena.Length)
        {
            Array.Resize(ref arena, (int)Math.Min(Array.MaxLength, Math.Max(arena.Length * 2L, last + (long)value.Length)));
        }

        if (kind != CellKind.Text)
        {
            kinds ??= new CellKind[offsets.Length];
            kinds[code] = kind;
        }

        offsets[code] = last;
        hashes[code] = hash;
        value.CopyTo(arena.AsSpan(last));
        last += value.Length;
        slots[slot] = code + 1;
        DistinctCount = code + 1;
        if (DistinctCount * 2 > slots.Length)
        {
            Rehash();
        }

        return code;
    }

    private void Rehash()
    {
        slots = new int[slots.Length * 4];
        int mask = slots.Length - 1;
        for (int code = 0; code < DistinctCount; code++)
        {
            int slot = (int)hashes[code] & mask;
            while (slots[slot] != 0)
            {
                slot = (slot + 1) & mask;
            }

            slots[slot] = code + 1;
        }
    }

    private static uint Hash(ReadOnlySpan<byte> value)
    {
        const ulong factor = 0x9E3779B97F4A7C15;
        ulong hash = (ulong)value.Length * factor;
        while (value.Length > 16)
        {
            hash = Mix(hash ^ MemoryMarshal.Read<ulong>(value));
            value = value[8..];
        }

        if (value.Length >= 8)
        {
            hash = Mix(hash ^ MemoryMarshal.Read<ulong>(value));
            hash = Mix(hash ^ MemoryMarshal.Read<ulong>(value[^8..]));
        }
        else if (value.Length >= 4)
        {
            hash = Mix(hash ^ (MemoryMarshal.Read<uint>(value) | ((ulong)MemoryMarshal.Read<uint>(value[^4..]) << 32)));
        }
        else
        {
            hash = Mix(hash ^ (value[0] | ((ulong)value[value.Length >> 1] << 8) | ((ulong)value[^1] << 16)));
        }

        return (uint)(hash ^ (hash >> 32));

        static ulong Mix(ulong value) => BitOperations.RotateLeft(value * factor, 29) * 0xBF58476D1CE4E5B9;
    }
}
