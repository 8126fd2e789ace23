namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>How many components of how many dimensions a mixture has, and what shapes they take.</summary>
internal sealed record MixtureShape(int Components, int Dimensions, CovarianceKind Covariance)
{
    /// <summary>Whether components stand along the axes, so that products of different columns are never needed.</summary>
    public bool IsAxisParallel => Covariance is CovarianceKind.Diagonal or CovarianceKind.Spherical;

    /// <summary>How many products of columns are summed per component: the lower triangle row after row, or the diagonal.</summary>
    public int Products => IsAxisParallel ? Dimensions : Dimensions * (Dimensions + 1) / 2;

    /// <summary>How many sums over the points describe a component: the count, the coordinates and the products.</summary>
    public int Moments => 1 + Dimensions + Products;

    /// <summary>How many numbers a fit chooses.</summary>
    public int Parameters
    {
        get
        {
            int covariance = Covariance switch
            {
                CovarianceKind.Full => Components * Products,
                CovarianceKind.Tied or CovarianceKind.Diagonal => Covariance == CovarianceKind.Tied ? Products : Components * Dimensions,
                _ => Components,
            };
            return covariance + (Components * Dimensions) + Components - 1;
        }
    }
}
