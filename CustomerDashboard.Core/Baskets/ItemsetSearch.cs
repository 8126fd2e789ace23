using System.Collections.Concurrent;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Baskets;

/// <summary>What the depth-first searches share: the frequent products are handed out to threads, and what they find is put in order.</summary>
internal static class ItemsetSearch
{
    /// <param name="table">The baskets.</param>
    /// <param name="options">Which itemsets to look for.</param>
    /// <param name="prepare">What all threads read.</param>
    /// <param name="createWorker">A thread's part.</param>
    /// <param name="progress">Told how many products are done.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public static ItemsetTable Run<T>(
        BasketTable table, ItemsetOptions options, Func<FrequentItems, T> prepare, Func<T, ItemsetBuilder, IItemsetWorker> createWorker,
        IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        FrequentItems frequent = FrequentItems.Of(table, options.MinBaskets);
        T shared = prepare(frequent);
        var limit = new ItemsetLimit(options);
        var outputs = new ConcurrentBag<ItemsetBuilder>();
        var idle = new ConcurrentBag<IItemsetWorker>();
        int done = 0, step = Math.Max(1, frequent.Count / 100);
        try
        {
            ParallelWork.Run(
                frequent.Count,
                options.DegreeOfParallelism,
                rank =>
                {
                    if (!idle.TryTake(out IItemsetWorker? worker))
                    {
                        var output = new ItemsetBuilder(limit, frequent.Products);
                        outputs.Add(output);
                        worker = createWorker(shared, output);
                    }

                    worker.Search(rank, cancellationToken);
                    idle.Add(worker);
                    int count = Interlocked.Increment(ref done);
                    if (count % step == 0)
                    {
                        progress?.Report(new WorkProgress("Finding products bought together", (double)count / frequent.Count, count, "products"));
                    }
                },
                cancellationToken);
        }
        catch (AggregateException several) when (several.InnerExceptions.OfType<TooManyItemsetsException>().FirstOrDefault() is { } tooMany)
        {
            throw tooMany;
        }

        return ItemsetTable.Of([.. outputs], table.Count, options.MinBaskets);
    }
}
