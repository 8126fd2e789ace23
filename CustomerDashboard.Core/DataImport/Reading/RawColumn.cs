using System.Numerics;
using System.Runtime.CompilerServices;
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
    private CellKind[]? kinds;
    private Slot[] slots = new Slot[1024];
    private Slot lastFound = new() { Code = -1 };
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
        ReadOnlySpan<byte> data = batch.Data;
        while (firstFields.Length > 0)
        {
            if ((RowCount & (ChunkSize - 1)) == 0)
            {
                chunks.Add(new int[ChunkSize]);
            }

            Span<int> target = chunks[^1].AsSpan(RowCount & (ChunkSize - 1));
            int count = Math.Min(target.Length, firstFields.Length);
            for (int i = 0; i < count; i++)
            {
                int field = firstFields[i] + column;
                int start = starts[field];
                int length = lengths[field];
                target[i] = length == 0 ? -1 : Code(data, start, length, batchKinds is null ? CellKind.Text : batchKinds[field]);
            }

            RowCount += count;
            firstFields = firstFields[count..];
        }
    }

    public void AddMissing() => Append(-1);

    /// <summary>Appends all rows of another column.</summary>
    public void AddAll(RawColumn other)
    {
        int[] map = new int[other.DistinctCount];
        for (int code = 0; code < map.Length; code++)
        {
            ReadOnlySpan<byte> value = other.Value(code);
            map[code] = Code(value, 0, value.Length, other.Kind(code));
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

    /// <summary>
    /// The code of a value. Up to eight bytes, which ids, quantities and prices mostly are, the bytes themselves are the
    /// key and nothing but the slot is looked at; longer values have a 64-bit hash for a key and are compared.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Code(ReadOnlySpan<byte> data, int start, int length, CellKind kind)
    {
        int tag = (length << 2) | (int)kind;

        // Lines of one invoice follow each other, so most columns mostly repeat the row above.
        if (length > 8 && tag == lastFound.Tag && Value(lastFound.Code).SequenceEqual(data.Slice(start, length)))
        {
            return lastFound.Code;
        }

        ulong key = length > 8 ? Hash(data.Slice(start, length))
            : start + 8 <= data.Length ? MemoryMarshal.Read<ulong>(data[start..]) & (ulong.MaxValue >> (64 - (length * 8)))
            : ReadShort(data.Slice(start, length));

        return length <= 8 && key == lastFound.Key && tag == lastFound.Tag && lastFound.Code >= 0
            ? lastFound.Code
            : Find(data.Slice(start, length), key, tag, kind);
    }

    private int Find(ReadOnlySpan<byte> value, ulong key, int tag, CellKind kind)
    {
        Slot[] table = slots;
        int mask = table.Length - 1;
        int at = Spread(key, tag) & mask;
        while (true)
        {
            ref Slot slot = ref table[at];
            if (slot.Tag == 0)
            {
                slot = new Slot { Key = key, Tag = tag, Code = DistinctCount };
                lastFound = slot;
                Add(value, kind);
                return lastFound.Code;
            }

            if (slot.Key == key && slot.Tag == tag && (value.Length <= 8 || Value(slot.Code).SequenceEqual(value)))
            {
                lastFound = slot;
                return slot.Code;
            }

            at = (at + 1) & mask;
        }
    }

    private void Add(ReadOnlySpan<byte> value, CellKind kind)
    {
        int code = DistinctCount;
        if (code == offsets.Length)
        {
            Array.Resize(ref offsets, code * 2);
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
        value.CopyTo(arena.AsSpan(last));
        last += value.Length;
        DistinctCount = code + 1;
        if (DistinctCount * 2 > slots.Length)
        {
            Grow();
        }
    }

    private void Grow()
    {
        Slot[] old = slots;
        slots = new Slot[old.Length * 4];
        int mask = slots.Length - 1;
        foreach (Slot slot in old)
        {
            if (slot.Tag == 0)
            {
                continue;
            }

            int at = Spread(slot.Key, slot.Tag) & mask;
            while (slots[at].Tag != 0)
            {
                at = (at + 1) & mask;
            }

            slots[at] = slot;
        }
    }

    private static int Spread(ulong key, int tag)
    {
        ulong mixed = (key ^ ((ulong)(uint)tag << 57)) * 0x9E3779B97F4A7C15;
        return (int)((mixed ^ (mixed >> 29)) >> 20);
    }

    private static ulong ReadShort(ReadOnlySpan<byte> value)
    {
        ulong key = 0;
        for (int i = 0; i < value.Length; i++)
        {
            key |= (ulong)value[i] << (8 * i);
        }

        return key;
    }

    private static ulong Hash(ReadOnlySpan<byte> value)
    {
        const ulong factor = 0x9E3779B97F4A7C15;
        ulong hash = (ulong)value.Length * factor;
        while (value.Length > 16)
        {
            hash = BitOperations.RotateLeft((hash ^ MemoryMarshal.Read<ulong>(value)) * factor, 29);
            value = value[8..];
        }

        hash = BitOperations.RotateLeft((hash ^ MemoryMarshal.Read<ulong>(value)) * factor, 29);
        hash = (hash ^ MemoryMarshal.Read<ulong>(value[^8..])) * 0xBF58476D1CE4E5B9;
        return hash ^ (hash >> 31);
    }

    /// <summary>A place of the hash table; a tag of zero means free, for no value is empty.</summary>
    private struct Slot
    {
        public ulong Key;
        public int Tag;
        public int Code;
    }
}
