using CustomerDashboard.Core.Cleaning;

namespace CustomerDashboard.Core.Features;

/// <summary>Computes the features of each customer from the cleaned lines.</summary>
public static class CustomerFeatureBuilder
{
    public static CustomerFeatureTable Build(CleanedTransactions cleaned, FeatureOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotImplementedException();
}
