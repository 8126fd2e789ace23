namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>Where one start of k-means ended.</summary>
/// <param name="Centroids">k x d.</param>
/// <param name="Inertia">The sum of squared distances to them.</param>
/// <param name="Iterations">Rounds taken.</param>
/// <param name="Converged">Whether it ended by itself and not by the limit of rounds.</param>
internal sealed record KMeansStartResult(double[] Centroids, double Inertia, int Iterations, bool Converged);
