using CustomerDashboard.Core.Transactions;

namespace CustomerDashboard.Core.Cleaning;

/// <summary>Finds the product codes that look like something other than a product.</summary>
public static class NonProductDetector
{
    public static IReadOnlyList<NonProductCandidate> Find(TransactionTable table) => throw new NotImplementedException();
}
