using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>
/// Clustering by a mixture of Gaussian components, each with its weight, mean and covariance, fitted by expectation and maximisation
/// (A. P. Dempster, N. M. Laird, D. B. Rubin, 1977; G. McLachlan, D. Peel, "Finite Mixture Models", 2000). Unlike k-means it finds
/// elongated and overlapping groups and says how surely a point belongs.
/// </summary>
/// <remarks>
/// Each start draws centres by k-means++; the likeliest end is improved by random swaps of a component. Where points are tied in a
/// column, a component can become ever narrower around them and the likelihood grows without limit: a start that ends so loses against
/// any that does not, and when all do, the model says which component, why and what helps. A round costs O(n k d^2), along the axes
/// O(n k d). Above 50,000 points starts and swaps run on 20,000 points drawn at random and the best goes on with all. The same seed
/// gives the same mixture on any number of threads.
/// </remarks>
public static class GaussianMixture
{
    /// <summary>Fits a mixture to <paramref name="points"/> (n x d).</summary>
    /// <param name="points">The points, best standardised: the regularisation is in their squared units.</param>
    /// <param name="options">How many components of what shape, and how hard to try.</param>
    /// <param name="progress">Told after each start.</param>
    /// <param name="cancellationToken">Checked in every round.</param>
    /// <exception cref="TooFewPointsException">There are fewer different points than components.</exception>
    /// <exception cref="ArgumentException">There is no column, a value is NaN or infinite, or without regularisation a covariance became singular.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static GaussianMixtureModel Fit(
        Matrix points, GaussianMixtureOptions options, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        KMeans.RequireUsable(points);
        int distinct = DistinctRows.CountUpTo(points, options.Components);
        if (distinct < options.Components)
        {
            throw new TooFewPointsException(options.Components, points.Rows, distinct);
        }

        return new MixtureSearch(points, options.Components, options.Seed, options.DegreeOfParallelism).Run([options], progress, cancellationToken)[0]
            ?? throw new ArgumentException(SingularMessage(options.Components), nameof(points));
    }

    internal static string SingularMessage(int components) =>
        $"In every start of a mixture of {components} components one lost its spread in some direction, and with so little regularisation its density became infinite. Raise the regularisation (0.000001 is usual for standardised columns), use fewer components, or leave out columns that are constant or depend on others.";
}
