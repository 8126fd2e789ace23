using CustomerDashboard.Core.Numerics;
using CustomerDashboard.Core.Transactions;

namespace CustomerDashboard.Core.Cleaning;

/// <summary>Runs the cleaning rules over a retail file.</summary>
public static class CleaningPipeline
{
    public static CleaningResult Run(
        TransactionTable table, CleaningOptions? options = null, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default) =>
        throw new NotImplementedException();
}
