using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>A fitted mixture of k Gaussian components of n points in d dimensions; the component of the most points first.</summary>
public sealed class GaussianMixtureModel : IPredictingClusterModel
{
    private readonly MixtureParameters _parameters;

    internal GaussianMixtureModel(
        MixtureParameters parameters,
        int[] labels,
        double logLikelihood,
        int iterations,
        bool converged,
        IReadOnlyList<CollapsedComponent> collapsedComponents,
        int narrowStarts)
    {
        _parameters = parameters;
        Means = new Matrix(parameters.Shape.Components, parameters.Shape.Dimensions, parameters.Means);
        Labels = labels;
        Sizes = new int[parameters.Shape.Components];
        foreach (int label in labels)
        {
            Sizes[label]++;
        }

        LogLikelihood = logLikelihood;
        Iterations = iterations;
        Converged = converged;
        CollapsedComponents = collapsedComponents;
        NarrowStarts = narrowStarts;
    }

    /// <summary>How many components there are.</summary>
    public int Components => _parameters.Shape.Components;

    /// <summary>What shapes the components have.</summary>
    public CovarianceKind CovarianceKind => _parameters.Shape.Covariance;

    /// <summary>The share of each component (k), summing to 1.</summary>
    public IReadOnlyList<double> Weights => _parameters.Weights;

    /// <summary>The middle of each component (k x d).</summary>
    public Matrix Means { get; }

    /// <summary>The component most likely to have made each point, the first on a tie.</summary>
    public int[] Labels { get; }

    /// <summary>
    /// How many points each component is the likeliest for. A broad component behind narrow ones can be the likeliest for none and
    /// still have weight: then its size is 0 and it stands last.
    /// </summary>
    public int[] Sizes { get; }

    /// <summary>The log of the density of all points; greater is better.</summary>
    public double LogLikelihood { get; }

    /// <summary>How many numbers the fit chose: weights, means and covariances.</summary>
    public int ParameterCount => _parameters.Shape.Parameters;

    /// <summary>Schwarz's criterion, p ln n - 2 ln L ("Estimating the dimension of a model", 1978); less is better.</summary>
    public double Bic => (ParameterCount * Math.Log(Labels.Length)) - (2 * LogLikelihood);

    /// <summary>Akaike's criterion, 2p - 2 ln L ("A new look at the statistical model identification", 1974); less is better.</summary>
    public double Aic => (2 * ParameterCount) - (2 * LogLikelihood);

    /// <summary>Whether the last rounds ended by themselves and not by the limit of rounds.</summary>
    public bool Converged { get; }

    /// <summary>How many rounds it took from the first draw of what became the winner to its end.</summary>
    public int Iterations { get; }

    /// <summary>
    /// The components that have no spread of their own in some direction. When there are any, no start did without, and LogLikelihood,
    /// Bic and Aic say more of the regularisation than of the points.
    /// </summary>
    public IReadOnlyList<CollapsedComponent> CollapsedComponents { get; }

    /// <summary>How many starts ended with a suspiciously narrow component; those lose against any without.</summary>
    public int NarrowStarts { get; }

    /// <summary>The covariance of one component (d x d), whatever the kind; the same for all when tied.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such component.</exception>
    public Matrix Covariance(int component)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(component);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(component, Components);
        int dimensions = _parameters.Shape.Dimensions;
        double[] values = _parameters.Covariances[component];
        if (!_parameters.Shape.IsAxisParallel)
        {
            return new Matrix(dimensions, dimensions, (double[])values.Clone());
        }

        var covariance = new Matrix(dimensions, dimensions);
        for (int i = 0; i < dimensions; i++)
        {
            covariance[i, i] = values[i];
        }

        return covariance;
    }

    /// <inheritdoc />
    public int[] Predict(Matrix points) => MixtureAssignment.Label(Blocks(points), _parameters, CancellationToken.None).Labels;

    /// <summary>How likely each component made each point (m x k); each row sums to 1.</summary>
    /// <exception cref="ArgumentException">The number of columns differs, or a value is NaN or infinite.</exception>
    public Matrix PredictProbabilities(Matrix points, CancellationToken cancellationToken = default) =>
        MixtureAssignment.Probabilities(Blocks(points), _parameters, cancellationToken);

    private PointBlocks Blocks(Matrix points)
    {
        ArgumentNullException.ThrowIfNull(points);
        if (points.Columns != Means.Columns)
        {
            throw new ArgumentException($"The mixture was fitted on {Means.Columns} columns, the points have {points.Columns}.", nameof(points));
        }

        MatrixGuard.RequireFinite(points, parameterName: nameof(points));
        return new PointBlocks(new ColumnarPoints(points), groups: null, degreeOfParallelism: null);
    }
}
