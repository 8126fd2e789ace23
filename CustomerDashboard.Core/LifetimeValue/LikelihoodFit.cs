using CustomerDashboard.Core.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace CustomerDashboard.Core.LifetimeValue;

/// <summary>Maximum likelihood over positive parameters, searched in their logarithms from several starting points.</summary>
internal sealed class LikelihoodFit
{
    /// <summary>A step of this size in the log of a parameter is small against its effect and large against rounding.</summary>
    private const double CurvatureStep = 1e-4;

    /// <summary>Where the search from afar ends and Newton's method takes over.</summary>
    private const double NearEnough = 1e-5;

    private const int MostNewtonSteps = 6;

    /// <summary>A gradient this small moves no parameter in its fifth digit; rounding may end the last steps above their tolerance.</summary>
    private const double Stationary = 1e-7;

    private LikelihoodFit(double[] values, double[] errors, double logLikelihood, bool converged)
    {
        (Values, StandardErrors, LogLikelihood, Converged) = (values, errors, logLikelihood, converged);
    }

    /// <summary>Writes the derivatives of the mean negative log-likelihood by the logs of the parameters; returns its value.</summary>
    public delegate double Objective(ReadOnlySpan<double> parameters, Span<double> logDerivatives);

    public double[] Values { get; }

    public double[] StandardErrors { get; }

    public double LogLikelihood { get; }

    public bool Converged { get; }

    public static LikelihoodFit Run(
        Objective objective, int customers, IReadOnlyList<double[]> starts, PurchaseModelOptions options, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        Summit? best = null;
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

        for (int s = 0; s < starts.Count && best?.IsReached != true; s++)
        {
            // The later starts are there for data on which the first leads nowhere.
            progress?.Report(new WorkProgress("Fitting", (double)s / starts.Count));
            var search = new LimitedMemoryDescent(AtLogs, [.. starts[s].Select(value => Math.Log(value))]);
            search.Run(NearEnough, options.MaxIterations, null, cancellationToken);
            var top = new Summit(AtLogs, search.Point);
            top.Climb(options.Tolerance);
            if (best is null || top.IsReached || top.Value < best.Value)
            {
                best = top;
            }
        }

        double[] errors = [.. best!.Variances.Select((variance, i) => Math.Exp(best.Point[i]) * Math.Sqrt(variance / customers))];
        return new LikelihoodFit([.. best.Point.Select(value => Math.Exp(value))], errors, -best.Value * customers, best.IsReached);
    }

    /// <summary>The last steps to a maximum, by Newton's method with a curvature taken from differences of the exact derivatives.</summary>
    private sealed class Summit
    {
        private readonly LimitedMemoryDescent.Function _function;
        private double[] _gradient;

        public Summit(LimitedMemoryDescent.Function function, double[] start)
        {
            (_function, Point, _gradient) = (function, start, new double[start.Length]);
            Value = function(start, _gradient);
        }

        public double[] Point { get; private set; }

        public double Value { get; private set; }

        /// <summary>True where the likelihood is level and falls on all sides: on a plateau far out it is level only.</summary>
        public bool IsReached => Steepness < Stationary && Variances.All(double.IsFinite);

        private double Steepness => double.IsFinite(Value) ? _gradient.Max(Math.Abs) : double.PositiveInfinity;

        /// <summary>Of the logarithms, for one customer; NaN where the likelihood does not curve.</summary>
        public double[] Variances { get; private set; } = [];

        public void Climb(double tolerance)
        {
            for (int step = 0; ; step++)
            {
                Matrix<double>? inverse = InverseCurvature();
                Variances = [.. Enumerable.Range(0, Point.Length).Select(i => inverse?[i, i] ?? double.NaN)];
                if (inverse is null || step == MostNewtonSteps || Steepness <= tolerance)
                {
                    return;
                }

                Vector<double> move = inverse * Vector<double>.Build.Dense(_gradient);
                double[] point = [.. Point.Select((value, i) => value - move[i])];
                var gradient = new double[point.Length];
                double value = _function(point, gradient);
                if (!double.IsFinite(value) || gradient.Max(Math.Abs) >= Steepness)
                {
                    return;
                }

                (Point, Value, _gradient) = (point, value, gradient);
            }
        }

        private Matrix<double>? InverseCurvature()
        {
            int size = Point.Length;
            var curvature = Matrix<double>.Build.Dense(size, size);
            double[] moved = [.. Point], above = new double[size], below = new double[size];
            for (int i = 0; i < size; i++)
            {
                moved[i] = Point[i] + CurvatureStep;
                _function(moved, above);
                moved[i] = Point[i] - CurvatureStep;
                _function(moved, below);
                moved[i] = Point[i];
                for (int j = 0; j < size; j++)
                {
                    curvature[i, j] = (above[j] - below[j]) / (2 * CurvatureStep);
                }
            }

            Matrix<double> symmetric = (curvature + curvature.Transpose()) / 2;
            return symmetric.Enumerate().All(double.IsFinite) && symmetric.Evd(Symmetricity.Symmetric).EigenValues.All(value => value.Real > 0)
                ? symmetric.Inverse()
                : null;
        }
    }
}
