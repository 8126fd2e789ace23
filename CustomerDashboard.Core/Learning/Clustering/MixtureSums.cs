namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>What a round of maximisation needs to know of the points, about the means of the round before.</summary>
internal sealed class MixtureSums(MixtureShape shape)
{
    /// <summary>Per component the points it answers for (k).</summary>
    public double[] Counts { get; } = new double[shape.Components];

    /// <summary>Per component the summed differences from its mean (k x d).</summary>
    public double[] Differences { get; } = new double[shape.Components * shape.Dimensions];

    /// <summary>Per component the summed products of differences (k x <see cref="MixtureShape.Products"/>).</summary>
    public double[] Products { get; } = new double[shape.Components * shape.Products];

    public double LogLikelihood { get; set; }

    public void Clear()
    {
        Array.Clear(Counts);
        Array.Clear(Differences);
        Array.Clear(Products);
        LogLikelihood = 0;
    }

    public void Add(MixtureSums other)
    {
        AddTo(Counts, other.Counts);
        AddTo(Differences, other.Differences);
        AddTo(Products, other.Products);
        LogLikelihood += other.LogLikelihood;
    }

    /// <summary>The mixture that makes the points most likely, each belonging to the components as summed; null when a covariance has no inverse.</summary>
    /// <param name="origins">The means the differences were taken from (k x d); a component that answers for nothing keeps its own.</param>
    /// <param name="before">The covariances that such a component keeps; not needed when there is none.</param>
    /// <param name="regularisation">Added to every variance.</param>
    public MixtureParameters? Maximise(double[] origins, double[][]? before, double regularisation)
    {
        double total = 0;
        foreach (double count in Counts)
        {
            total += count;
        }

        int dimensions = shape.Dimensions;
        var weights = new double[shape.Components];
        var means = (double[])origins.Clone();
        var covariances = new double[shape.Components][];
        double[]? pooled = null;
        for (int component = 0; component < shape.Components; component++)
        {
            // Without points the mean would be 0/0; with the least weight there is, the component may come back or stay out of the way.
            double count = Counts[component];
            weights[component] = Math.Max(count / total, 1e-300);
            if (before is not null && count <= total * 1e-12)
            {
                covariances[component] = before[component];
                continue;
            }

            for (int i = component * dimensions; i < (component + 1) * dimensions; i++)
            {
                means[i] += Differences[i] / count;
            }

            double[] covariance = Covariance(component, count);
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

        return MixtureParameters.TryCreate(shape, weights, means, covariances);
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
            covariance[i] += regularisation;
        }

        return covariance;
    }

    private double[] Covariance(int component, double count)
    {
        int dimensions = shape.Dimensions;
        ReadOnlySpan<double> differences = Differences.AsSpan(component * dimensions, dimensions);
        ReadOnlySpan<double> products = Products.AsSpan(component * shape.Products, shape.Products);
        if (shape.IsAxisParallel)
        {
            var variances = new double[dimensions];
            for (int i = 0; i < dimensions; i++)
            {
                variances[i] = Math.Max(0, (products[i] / count) - (differences[i] / count * (differences[i] / count)));
            }

            return variances;
        }

        var covariance = new double[dimensions * dimensions];
        for (int i = 0, product = 0; i < dimensions; i++)
        {
            for (int j = 0; j <= i; j++, product++)
            {
                double value = (products[product] / count) - (differences[i] / count * (differences[j] / count));
                covariance[(i * dimensions) + j] = value;
                covariance[(j * dimensions) + i] = value;
            }
        }

        return covariance;
    }

    private static void AddTo(double[] sums, double[] others)
    {
        for (int i = 0; i < sums.Length; i++)
        {
            sums[i] += others[i];
        }
    }
}
