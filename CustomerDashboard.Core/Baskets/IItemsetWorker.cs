namespace CustomerDashboard.Core.Baskets;

/// <summary>One thread's part of a search that can be cut by the first product.</summary>
internal interface IItemsetWorker
{
    /// <summary>Adds every itemset in which this rank is the rarest.</summary>
    void Search(int rank, CancellationToken cancellationToken);
}
