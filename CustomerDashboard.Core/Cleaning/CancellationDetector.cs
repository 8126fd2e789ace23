using CustomerDashboard.Core.Transactions;

namespace CustomerDashboard.Core.Cleaning;

/// <summary>Finds out how a file marks its cancellations.</summary>
public static class CancellationDetector
{
    public static CancellationProposal? Propose(TransactionTable table) => throw new NotImplementedException();
}
