using System.Numerics;
using System.Runtime.CompilerServices;
using CustomerDashboard.Core.Transactions;

namespace CustomerDashboard.Core.Cleaning;

/// <summary>
/// Marks every line that repeats an earlier one in all columns of the table. Lines are hashed to 64 bits, split by hash
/// into partitions whose hash table fits the cache, and compared column by column before they are called equal, so a
/// chance collision of hashes removes nothing. The sheet a line came from does not count: sheets that overlap repeat lines.
/// Cost: O(n) time, 16 bytes per line.
/// </summary>
internal static class DuplicateFinder
{
    private const int PartitionRows = 8192;
    private const ulong Empty = ulong.MaxValue;

    /// <summary>One entry per line: true where an equal line comes earlier in the table.</summary>
    public static bool[] Find(TransactionTable table, CancellationToken cancellationToken)
    {
        int rows = table.RowCount;
        var duplicate = new bool[rows];
        if (rows < 2)
        {
            return duplicate;
        }

        int bits = Math.Clamp(BitOperations.Log2((uint)((rows / PartitionRows) + 1)), 0, 12);
        int partitions = 1 << bits;
        var hashes = GC.AllocateUninitializedArray<ulong>(rows);
        var positions = new int[RowChunks.Count(rows) * partitions];
        RowChunks.ForEach(rows, cancellationToken, (chunk, start, end) =>
        {
            Span<int> counts = positions.AsSpan(chunk * partitions, partitions);
            HashRows(table, start, end, hashes);
            for (int i = start; i < end; i++)
            {
                counts[Partition(hashes[i], bits)]++;
            }
        });

        int[] starts = StartPositions(positions, partitions);
        var entries = GC.AllocateUninitializedArray<ulong>(rows);
        RowChunks.ForEach(rows, cancellationToken, (chunk, start, end) =>
        {
            Span<int> next = positions.AsSpan(chunk * partitions, partitions);
            for (int i = start; i < end; i++)
            {
                ulong hash = hashes[i];
                entries[next[Partition(hash, bits)]++] = (hash << 32) | (uint)i;
            }
        });

        Parallel.For(0, partitions, new ParallelOptions { CancellationToken = cancellationToken }, () => Array.Empty<ulong>(), (partition, _, slots) =>
        {
            ReadOnlySpan<ulong> own = entries.AsSpan(starts[partition], starts[partition + 1] - starts[partition]);
            int size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, own.Length * 2));
            if (slots.Length < size)
            {
                slots = new ulong[size];
            }

            MarkRepeats(table, own, slots.AsSpan(0, size), duplicate);
            return slots;
        }, _ => { });
        return duplicate;
    }

    private static int Partition(ulong hash, int bits) => bits == 0 ? 0 : (int)(hash >> (64 - bits));

    private static int[] StartPositions(int[] counts, int partitions)
    {
        var starts = new int[partitions + 1];
        int position = 0;
        for (int partition = 0; partition < partitions; partition++)
        {
            starts[partition] = position;
            for (int i = partition; i < counts.Length; i += partitions)
            {
                (counts[i], position) = (position, position + counts[i]);
            }
        }

        starts[partitions] = position;
        return starts;
    }

    // Compiled fully at once: a single analysis is over before the runtime would warm up.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void MarkRepeats(TransactionTable table, ReadOnlySpan<ulong> entries, Span<ulong> slots, bool[] duplicate)
    {
        slots.Fill(Empty);
        int mask = slots.Length - 1;
        foreach (ulong entry in entries)
        {
            uint tag = (uint)(entry >> 32);
            int slot = (int)tag & mask;
            while (true)
            {
                ulong other = slots[slot];
                if (other == Empty)
                {
                    slots[slot] = entry;
                    break;
                }

                if ((uint)(other >> 32) == tag && AreEqual(table, (int)(uint)entry, (int)(uint)other))
                {
                    duplicate[(int)(uint)entry] = true;
                    break;
                }

                slot = (slot + 1) & mask;
            }
        }
    }

    // Compiled fully at once: a single analysis is over before the runtime would warm up.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void HashRows(TransactionTable table, int start, int end, ulong[] hashes)
    {
        int[] customer = table.Customer.Codes;
        int[]? invoice = table.Invoice?.Codes;
        int[]? product = table.Product?.Codes;
        int[]? description = table.Description?.Codes;
        int[]? country = table.Country?.Codes;
        int[]? category = table.Category?.Codes;
        long[] ticks = table.Ticks;
        double[] quantity = table.Quantity;
        double[] price = table.UnitPrice;
        double[]? amount = table.LineAmount;
        double[]? discount = table.Discount;
        for (int i = start; i < end; i++)
        {
            ulong hash = Mix(Pair(Code(invoice, i), Code(product, i)), Pair(Code(description, i), customer[i]));
            hash ^= Mix((ulong)ticks[i], Bits(quantity[i]));
            hash = Mix(hash, Bits(price[i]) ^ ((ulong)(uint)Code(country, i) << 17));
            if (category is not null || amount is not null || discount is not null)
            {
                hash ^= Mix(
                    (ulong)(uint)Code(category, i) ^ Bits(amount is null ? 0 : amount[i]), Bits(discount is null ? 0 : discount[i]));
            }

            hashes[i] = hash;
        }
    }

    private static int Code(int[]? codes, int row) => codes is null ? 0 : codes[row];

    private static ulong Pair(int high, int low) => ((ulong)(uint)high << 32) | (uint)low;

    // Adding zero makes the two zeros one.
    private static ulong Bits(double value) => BitConverter.DoubleToUInt64Bits(value + 0.0);

    private static ulong Mix(ulong a, ulong b)
    {
        ulong high = Math.BigMul(a ^ 0x9E3779B97F4A7C15UL, b ^ 0xD1B54A32D192ED03UL, out ulong low);
        return high ^ low;
    }

    private static bool AreEqual(TransactionTable table, int a, int b) =>
        table.Customer.Codes[a] == table.Customer.Codes[b]
        && table.Ticks[a] == table.Ticks[b]
        && table.Quantity[a].Equals(table.Quantity[b])
        && table.UnitPrice[a].Equals(table.UnitPrice[b])
        && AreEqual(table.Invoice, a, b)
        && AreEqual(table.Product, a, b)
        && AreEqual(table.Description, a, b)
        && AreEqual(table.Country, a, b)
        && AreEqual(table.Category, a, b)
        && AreEqual(table.LineAmount, a, b)
        && AreEqual(table.Discount, a, b);

    private static bool AreEqual(CodedColumn? column, int a, int b) => column is null || column.Codes[a] == column.Codes[b];

    private static bool AreEqual(double[]? column, int a, int b) => column is null || column[a].Equals(column[b]);
}
