using System.Runtime.CompilerServices;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Baskets.Network;

/// <summary>
/// Counts for every pair of items the baskets that hold both. One item after the other is taken with the items that follow it in
/// its baskets, so memory is one number per item and thread, not one per pair; time is the sum over baskets of items² / 2, shared between threads.
/// </summary>
internal sealed class PairCounter
{
    /// <summary>The most pairs that are looked at in baskets, a few seconds of work.</summary>
    public const long MaximumWork = 3_000_000_000;

    private const int RowsPerPiece = 32;

    private readonly BasketTable _table;
    private readonly int[] _rowStarts;
    private readonly int[] _positions;
    private readonly int[] _ends;

    /// <param name="table">The baskets.</param>
    /// <param name="maximumWork">The most pairs to look at; the largest baskets are left out until no more are left.</param>
    public PairCounter(BasketTable table, long maximumWork = MaximumWork)
    {
        _table = table;
        LargestBasket = SizeWithin(table, maximumWork);
        _rowStarts = new int[table.ProductCount + 1];
        for (int basket = 0; basket < table.Count; basket++)
        {
            ReadOnlySpan<int> items = table[basket];
            if (items.Length > LargestBasket)
            {
                LeftOut++;
                continue;
            }

            Used += items.Length > 1 ? 1 : 0;
            foreach (int item in items)
            {
                _rowStarts[item + 1]++;
            }
        }

        for (int item = 0; item < table.ProductCount; item++)
        {
            _rowStarts[item + 1] += _rowStarts[item];
        }

        _positions = new int[_rowStarts[^1]];
        _ends = new int[_positions.Length];
        int[] next = _rowStarts[..^1];
        for (int basket = 0; basket < table.Count; basket++)
        {
            int end = table.Starts[basket + 1];
            if (end - table.Starts[basket] > LargestBasket)
            {
                continue;
            }

            for (int position = table.Starts[basket]; position < end; position++)
            {
                int place = next[table.Items[position]]++;
                _positions[place] = position + 1;
                _ends[place] = end;
            }
        }
    }

    /// <summary>Baskets of more items were left out.</summary>
    public int LargestBasket { get; }

    /// <summary>How many baskets were left out for their size.</summary>
    public int LeftOut { get; }

    /// <summary>How many baskets hold a pair at all.</summary>
    public int Used { get; }

    /// <summary>Counts all pairs.</summary>
    /// <param name="minimum">Pairs that are together less often are counted but not handed back.</param>
    /// <param name="mostPairs">When there are more pairs than this, none is handed back.</param>
    /// <param name="pairs">The pairs, by A and then by B; null when there are too many.</param>
    /// <param name="progress">How far it is.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public LinkCounts Count(int minimum, int mostPairs, out List<PairCount>? pairs, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        int pieces = (_table.ProductCount + RowsPerPiece - 1) / RowsPerPiece;
        var found = new List<PairCount>[pieces];
        var tallies = new Stack<Tally>();
        var every = new List<Tally>();
        int total = 0;
        int done = 0;
        ParallelWork.Run(
            pieces,
            null,
            piece =>
            {
                Tally? tally;
                lock (tallies)
                {
                    if (!tallies.TryPop(out tally))
                    {
                        tally = new Tally(_table.ProductCount, Used);
                        every.Add(tally);
                    }
                }

                List<PairCount> mine = found[piece] = [];
                for (int row = piece * RowsPerPiece; row < Math.Min(_table.ProductCount, (piece + 1) * RowsPerPiece); row++)
                {
                    CountRow(row, tally, minimum, Volatile.Read(ref total) + mine.Count <= mostPairs ? mine : null);
                }

                Interlocked.Add(ref total, mine.Count);
                lock (tallies)
                {
                    tallies.Push(tally);
                }

                if ((Interlocked.Increment(ref done) & 15) == 0)
                {
                    progress?.Report(new WorkProgress("Counting pairs", done / (double)pieces));
                }
            },
            cancellationToken);
        LinkCounts counts = Sum(every);
        pairs = null;
        if (counts.Links(minimum) <= mostPairs)
        {
            pairs = new List<PairCount>(total);
            foreach (List<PairCount> piece in found)
            {
                pairs.AddRange(piece);
            }
        }

        return counts;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void CountRow(int row, Tally tally, int minimum, List<PairCount>? found)
    {
        int[] counts = tally.Counts;
        int[] touched = tally.Touched;
        int[] items = _table.Items;
        int n = 0;
        for (int i = _rowStarts[row]; i < _rowStarts[row + 1]; i++)
        {
            int end = _ends[i];
            for (int position = _positions[i]; position < end; position++)
            {
                int other = items[position];
                if (counts[other]++ == 0)
                {
                    touched[n++] = other;
                }
            }
        }

        foreach (int other in touched.AsSpan(0, n))
        {
            int together = counts[other];
            counts[other] = 0;
            tally.Pairs[together]++;
            tally.Strongest[row] = Math.Max(tally.Strongest[row], together);
            tally.Strongest[other] = Math.Max(tally.Strongest[other], together);
            if (together >= minimum)
            {
                found?.Add(new PairCount(row, other, together));
            }
        }
    }

    private LinkCounts Sum(List<Tally> tallies)
    {
        var pairs = new int[Used + 1];
        var strongest = new int[Used + 1];
        foreach (Tally tally in tallies)
        {
            for (int i = 0; i < pairs.Length; i++)
            {
                pairs[i] = (int)Math.Min(int.MaxValue, (long)pairs[i] + tally.Pairs[i]);
            }
        }

        for (int item = 0; item < _table.ProductCount; item++)
        {
            int most = 0;
            foreach (Tally tally in tallies)
            {
                most = Math.Max(most, tally.Strongest[item]);
            }

            strongest[most]++;
        }

        return new LinkCounts(pairs, strongest);
    }

    /// <summary>The largest size of basket such that all up to it ask for no more work than allowed.</summary>
    private static int SizeWithin(BasketTable table, long work)
    {
        int largest = 1;
        for (int basket = 0; basket < table.Count; basket++)
        {
            largest = Math.Max(largest, table[basket].Length);
        }

        var bySize = new int[largest + 1];
        for (int basket = 0; basket < table.Count; basket++)
        {
            bySize[table[basket].Length]++;
        }

        double sum = 0;
        int within = 1;
        for (int size = 2; size <= largest; size++)
        {
            sum += bySize[size] * (size * (size - 1.0) / 2);
            if (sum > work)
            {
                return within;
            }

            within = bySize[size] > 0 ? size : within;
        }

        return largest;
    }

    /// <summary>What one thread has counted.</summary>
    private sealed class Tally(int items, int baskets)
    {
        public int[] Counts { get; } = new int[items];

        public int[] Touched { get; } = new int[items];

        public int[] Strongest { get; } = new int[items];

        public int[] Pairs { get; } = new int[baskets + 1];
    }
}
