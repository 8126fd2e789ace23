using CustomerDashboard.Core.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace CustomerDashboard.Core.LifetimeValue;

/// <summary>Maximum likelihood over positive parameters, searched in their logarithms from several starting points.</summary>
internal sealed class LikelihoodFit
{
    /// <summary>A step of this size in the log of a parameter is small against its effect and large against rounding.</summary>
    private const double CurvatureStep = 1e-4;

    private LikelihoodFit(double[] values, double[] errors, double logLikelihood, bool converged, int iterations)
    {
        (Values, StandardErrors, LogLikelihood, Converged, Iterations) = (values, errors, logLikelihood, converged, iterations);
    }

    /// <summary>Writes the derivatives of the mean negative log-likelihood by the logs of the parameters; returns its value.</summary>
    public delegate double Objective(ReadOnlySpan<double> parameters, Span<double> logDerivatives);

    public double[] Values { get; }

    public double[] StandardErrors { get; }

    public double LogLikelihood { get; }

    public bool Converged { get; }

    public int Iterations { get; }

    public static LikelihoodFit Run(
        Objective objective, int customers, IReadOnlyList<double[]> starts, PurchaseModelOptions options, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        LimitedMemoryDescent? best = null;
        int iterations = 0;
        double AtLogs(ReadOnlySpan<double> logs, Span<double> gradient)
        {
            Span<double> parameters = stackalloc double[logs.Length];
            for (int i = 0; i < logs.Length; i++)
            {
                // Far out the likelihood is flat and its functions overflow; nothing is to be found there.
                if (Math.Abs(logs[i]) > 40)
                {
                    gradient.Clear();
                    return double.PositiveInfinity;
                }

                parameters[i] = Math.Exp(logs[i]);
            }

            double value = objective(parameters, gradient);
            return double.IsNaN(value) ? double.PositiveInfinity : value;
        }

        for (int s = 0; s < starts.Count; s++)
        {
            progress?.Report(new WorkProgress("Fitting", (double)s / starts.Count));
            var search = new LimitedMemoryDescent(AtLogs, [.. starts[s].Select(value => Math.Log(value))]);
            search.Run(options.Tolerance, options.MaxIterations, null, cancellationToken);
            iterations += search.Iterations;
            if (search.Converged && s == 0)
            {
                // The others are there for data on which the first leads nowhere.
                best = search;
                break;
            }

            if (best is null || search.Value < best.Value)
            {
                best = search;
            }
        }

        double[] values = [.. best!.Point.Select(Math.Exp)];
        return new LikelihoodFit(values, ErrorsAt(AtLogs, best.Point, customers), -best.Value * customers, IsStationary(AtLogs, best.Point), iterations);
    }

    /// <summary>Rounding ends some searches a little before their tolerance; a gradient this small moves no parameter in its sixth digit.</summary>
    private static bool IsStationary(LimitedMemoryDescent.Function function, double[] point)
    {
        var gradient = new double[point.Length];
        double value = function(point, gradient);
        return double.IsFinite(value) && gradient.All(slope => Math.Abs(slope) < 1e-6);
    }

    private static double[] ErrorsAt(LimitedMemoryDescent.Function function, double[] point, int customers)
    {
        int size = point.Length;
        var curvature = Matrix<double>.Build.Dense(size, size);
        double[] moved = [.. point], above = new double[size], below = new double[size];
        for (int i = 0; i < size; i++)
        {
            moved[i] = point[i] + CurvatureStep;
            function(moved, above);
            moved[i] = point[i] - CurvatureStep;
            function(moved, below);
            moved[i] = point[i];
            for (int j = 0; j < size; j++)
            {
                curvature[i, j] = (above[j] - below[j]) / (2 * CurvatureStep) * customers;
            }
        }

        var errors = new double[size];
        Array.Fill(errors, double.NaN);
        Matrix<double> symmetric = (curvature + curvature.Transpose()) / 2;
        if (symmetric.Enumerate().All(double.IsFinite) && symmetric.Evd(Symmetricity.Symmetric).EigenValues.All(value => value.Real > 0))
        {
            Matrix<double> covariance = symmetric.Inverse();
            for (int i = 0; i < size; i++)
            {
                // The delta method takes the error of the logarithm back to the parameter.
                errors[i] = Math.Exp(point[i]) * Math.Sqrt(covariance[i, i]);
            }
        }

        return errors;
    }
}
