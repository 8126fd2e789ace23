namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>What a round of maximisation needs to know of the points, seen from a fixed origin.</summary>
internal sealed class MixtureSums(MixtureShape shape)
{
    /// <summary>Per component the points it answers for, their summed coordinates and their summed products of coordinates (k x <see cref="MixtureShape.Moments"/>).</summary>
    public double[] Moments { get; } = new double[shape.Components * shape.Moments];

    public double LogLikelihood { get; set; }

    public void Clear()
    {
        Array.Clear(Moments);
        LogLikelihood = 0;
    }

    public void Add(MixtureSums other)
    {
        for (int i = 0; i < Moments.Length; i++)
        {
            Moments[i] += other.Moments[i];
        }

        LogLikelihood += other.LogLikelihood;
    }

    /// <summary>The mixture that makes the points most likely, each belonging to the components as summed; null when a covariance has no inverse.</summary>
    /// <param name="origin">Where the coordinates were seen from.</param>
    /// <param name="before">What a component that answers for nothing keeps; not needed when there is none.</param>
    /// <param name="regularisation">Added to every variance.</param>
    public MixtureParameters? Maximise(double[] origin, MixtureParameters? before, double regularisation)
    {
        double total = 0;
        for (int component = 0; component < shape.Components; component++)
        {
            total += Moments[component * shape.Moments];
        }

        int dimensions = shape.Dimensions;
        var weights = new double[shape.Components];
        var means = new double[shape.Components * dimensions];
        var covariances = new double[shape.Components][];
        double[]? pooled = null;
        for (int component = 0; component < shape.Components; component++)
        {
            // Without points the mean would be 0/0; with the least weight there is, the component may come back or stay out of the way.
            ReadOnlySpan<double> moments = Moments.AsSpan(component * shape.Moments, shape.Moments);
            double count = moments[0];
            weights[component] = Math.Max(count / total, 1e-300);
            Span<double> mean = means.AsSpan(component * dimensions, dimensions);
            if (before is not null && count <= total * 1e-12)
            {
                before.Means.AsSpan(component * dimensions, dimensions).CopyTo(mean);
                covariances[component] = before.Covariances[component];
                continue;
            }

            double[] covariance = Covariance(moments);
            for (int i = 0; i < dimensions; i++)
            {
                mean[i] = origin[i] + (moments[1 + i] / count);
            }

            if (shape.Covariance == CovarianceKind.Tied)
            {
                pooled = Pool(pooled, covariance, count / total);
            }
            else
            {
                covariances[component] = Regularised(covariance, regularisation);
            }
        }

        if (pooled is not null)
        {
            Array.Fill(covariances, Regularised(pooled, regularisation));
        }

        return MixtureParameters.TryCreate(shape, origin, weights, means, covariances);
    }

    private double[] Covariance(ReadOnlySpan<double> moments)
    {
        int dimensions = shape.Dimensions;
        double count = moments[0];
        ReadOnlySpan<double> sums = moments.Slice(1, dimensions);
        ReadOnlySpan<double> products = moments[(1 + dimensions)..];
        if (shape.IsAxisParallel)
        {
            var variances = new double[dimensions];
            for (int i = 0; i < dimensions; i++)
            {
                variances[i] = Math.Max(0, (products[i] / count) - (sums[i] / count * (sums[i] / count)));
            }

            return variances;
        }

        var covariance = new double[dimensions * dimensions];
        for (int i = 0, product = 0; i < dimensions; i++)
        {
            for (int j = 0; j <= i; j++, product++)
            {
                double value = (products[product] / count) - (sums[i] / count * (sums[j] / count));
                covariance[(i * dimensions) + j] = value;
                covariance[(j * dimensions) + i] = value;
            }
        }

        return covariance;
    }

    private static double[] Pool(double[]? pooled, double[] covariance, double share)
    {
        pooled ??= new double[covariance.Length];
        for (int i = 0; i < pooled.Length; i++)
        {
            pooled[i] += share * covariance[i];
        }

        return pooled;
    }

    private double[] Regularised(double[] covariance, double regularisation)
    {
        if (shape.Covariance == CovarianceKind.Spherical)
        {
            double mean = 0;
            foreach (double variance in covariance)
            {
                mean += variance / covariance.Length;
            }

            Array.Fill(covariance, mean);
        }

        int step = shape.IsAxisParallel ? 1 : shape.Dimensions + 1;
        for (int i = 0; i < covariance.Length; i += step)
        {
            covariance[i] = Math.Max(0, covariance[i]) + regularisation;
        }

        return covariance;
    }
}
