using System.Diagnostics.CodeAnalysis;

namespace CustomerDashboard.Core.Cleaning;

/// <summary>
/// Work over rows in pieces of a fixed size. The pieces do not depend on the number of threads, so sums taken per piece
/// and added up in order are the same bits on every machine.
/// </summary>
[SuppressMessage("Design", "CA1068:CancellationToken parameters must come last", Justification = "The body reads best at the end.")]
internal static class RowChunks
{
    public const int Size = 16384;

    public static int Count(int rows) => (rows + Size - 1) / Size;

    public static void ForEach(int rows, CancellationToken cancellationToken, Action<int, int, int> body) =>
        Parallel.For(0, Count(rows), new ParallelOptions { CancellationToken = cancellationToken }, chunk =>
        {
            int start = chunk * Size;
            body(chunk, start, Math.Min(rows, start + Size));
        });

    /// <summary>The same with a state per worker, handed back once at the end of each worker under a lock.</summary>
    public static void ForEach<TState>(
        int rows, CancellationToken cancellationToken, Func<TState> create, Action<int, int, int, TState> body, Action<TState> merge)
    {
        Lock gate = new();
        Parallel.For(0, Count(rows), new ParallelOptions { CancellationToken = cancellationToken }, create, (chunk, _, state) =>
        {
            int start = chunk * Size;
            body(chunk, start, Math.Min(rows, start + Size), state);
            return state;
        }, state =>
        {
            lock (gate)
            {
                merge(state);
            }
        });
    }
}
