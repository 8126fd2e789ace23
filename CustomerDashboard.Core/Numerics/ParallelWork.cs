namespace CustomerDashboard.Core.Numerics;

/// <summary>Runs numbered pieces of work on several threads, handing them out in ascending order.</summary>
internal static class ParallelWork
{
    /// <summary>Runs <paramref name="body"/> for 0 to <paramref name="count"/> - 1.</summary>
    /// <param name="count">The number of pieces.</param>
    /// <param name="degreeOfParallelism">The most threads to use; null for one per processor.</param>
    /// <param name="body">One piece; it may not depend on the order of the others.</param>
    /// <param name="cancellationToken">Checked before each piece.</param>
    public static void Run(int count, int? degreeOfParallelism, Action<int> body, CancellationToken cancellationToken)
    {
        int threads = Math.Min(count, degreeOfParallelism ?? Environment.ProcessorCount);
        if (threads <= 1)
        {
            for (int piece = 0; piece < count; piece++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                body(piece);
            }

            return;
        }

        int next = -1;
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken };
        Parallel.For(0, threads, options, (_, state) =>
        {
            int piece;
            while (!state.IsExceptional && (piece = Interlocked.Increment(ref next)) < count)
            {
                cancellationToken.ThrowIfCancellationRequested();
                body(piece);
            }
        });
    }
}
