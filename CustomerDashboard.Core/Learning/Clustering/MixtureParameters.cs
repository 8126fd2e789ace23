using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>The weights, means and covariances of a mixture, with what evaluating its density needs.</summary>
internal sealed class MixtureParameters
{
    private MixtureParameters(
        MixtureShape shape, double[] origin, double[] weights, double[] means, double[][] covariances, double[][] whitening)
    {
        Shape = shape;
        Origin = origin;
        Weights = weights;
        Means = means;
        Covariances = covariances;
        Whitening = whitening;
        LogFactors = new double[shape.Components];
        Offsets = new double[means.Length];
        for (int component = 0; component < shape.Components; component++)
        {
            int step = shape.IsAxisParallel ? 1 : shape.Dimensions + 1;
            double log = Math.Log(weights[component]) - (shape.Dimensions / 2.0 * Math.Log(2 * Math.PI));
            for (int i = 0; i < shape.Dimensions; i++)
            {
                log += Math.Log(whitening[component][i * step]);
            }

            LogFactors[component] = log;
            Whiten(component);
        }
    }

    public MixtureShape Shape { get; }

    /// <summary>Where the coordinates are seen from while they are multiplied, so that far-off points lose no digits (d).</summary>
    public double[] Origin { get; }

    /// <summary>k.</summary>
    public double[] Weights { get; }

    /// <summary>k x d.</summary>
    public double[] Means { get; }

    /// <summary>Per component d x d, or d variances where components stand along the axes. Tied components share one array.</summary>
    public double[][] Covariances { get; }

    /// <summary>Per component the lower triangular d x d matrix W with |W(x - mean)|^2 the squared Mahalanobis distance, or its diagonal.</summary>
    public double[][] Whitening { get; }

    /// <summary>Per component W(mean - origin) (k x d).</summary>
    public double[] Offsets { get; }

    /// <summary>Per component what is added to minus half the squared Mahalanobis distance to give the log of weight times density.</summary>
    public double[] LogFactors { get; }

    /// <summary>Null when a covariance has no inverse.</summary>
    public static MixtureParameters? TryCreate(
        MixtureShape shape, double[] origin, double[] weights, double[] means, double[][] covariances)
    {
        var whitening = new double[covariances.Length][];
        for (int component = 0; component < covariances.Length; component++)
        {
            if (component > 0 && ReferenceEquals(covariances[component], covariances[0]))
            {
                whitening[component] = whitening[0];
                continue;
            }

            double[]? inverse = shape.IsAxisParallel ? InverseRoots(covariances[component]) : InverseFactor(covariances[component], shape.Dimensions);
            if (inverse is null)
            {
                return null;
            }

            whitening[component] = inverse;
        }

        return new MixtureParameters(shape, origin, weights, means, covariances, whitening);
    }

    /// <summary>The same mixture with its components in another order.</summary>
    public MixtureParameters Reorder(int[] order)
    {
        int dimensions = Shape.Dimensions;
        var means = new double[Means.Length];
        for (int component = 0; component < order.Length; component++)
        {
            Means.AsSpan(order[component] * dimensions, dimensions).CopyTo(means.AsSpan(component * dimensions));
        }

        return new MixtureParameters(
            Shape,
            Origin,
            Array.ConvertAll(order, from => Weights[from]),
            means,
            Array.ConvertAll(order, from => Covariances[from]),
            Array.ConvertAll(order, from => Whitening[from]));
    }

    /// <summary>Which of two components comes first by the coordinates of its mean.</summary>
    public int CompareMeans(int first, int second) =>
        Means.AsSpan(first * Shape.Dimensions, Shape.Dimensions).SequenceCompareTo(Means.AsSpan(second * Shape.Dimensions, Shape.Dimensions));

    private void Whiten(int component)
    {
        int dimensions = Shape.Dimensions;
        for (int i = 0; i < dimensions; i++)
        {
            for (int j = Shape.IsAxisParallel ? i : 0; j <= i; j++)
            {
                double factor = Whitening[component][Shape.IsAxisParallel ? i : (i * dimensions) + j];
                Offsets[(component * dimensions) + i] += factor * (Means[(component * dimensions) + j] - Origin[j]);
            }
        }
    }

    private static double[]? InverseRoots(double[] variances)
    {
        var roots = new double[variances.Length];
        for (int i = 0; i < roots.Length; i++)
        {
            if (!(variances[i] > 0))
            {
                return null;
            }

            roots[i] = 1 / Math.Sqrt(variances[i]);
        }

        return roots;
    }

    private static double[]? InverseFactor(double[] covariance, int dimensions) =>
        CholeskySolver.TryFactor(covariance, dimensions, out CholeskySolver solver) ? solver.InverseFactor() : null;
}
