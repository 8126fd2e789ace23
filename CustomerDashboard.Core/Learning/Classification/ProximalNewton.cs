namespace CustomerDashboard.Core.Learning.Classification;

/// <summary>
/// Adds an absolute penalty to a <see cref="LinearObjective"/>: each step minimises the objective's second-order approximation plus the
/// penalty by coordinate descent over the coefficients, then is halved until the whole improves enough. Coefficients end at exactly 0.
/// </summary>
/// <remarks>
/// J. Friedman, T. Hastie, R. Tibshirani, "Regularization paths for generalized linear models via coordinate descent", 2010; G.-X. Yuan,
/// C.-H. Ho, C.-J. Lin, "An improved GLMNET for L1-regularized logistic regression", 2012. O(n d^2) a step, O(d^2) a sweep.
/// </remarks>
internal sealed class ProximalNewton(LinearObjective objective, double[] weights, double penalty)
{
    private const int MostSweeps = 10_000;
    private const int MostHalvings = 40;
    private const double SufficientShare = 0.01;

    public int Iterations { get; private set; }

    public bool Converged { get; private set; }

    /// <summary>Descends until no weight could move with a slope larger than the tolerance.</summary>
    /// <param name="tolerance">The largest slope left.</param>
    /// <param name="roundingTolerance">The largest slope left where rounding hides any further descent.</param>
    /// <param name="maxIterations">The most steps.</param>
    /// <param name="told">Called after every step with how many there were.</param>
    /// <param name="cancellationToken">Checked before every step.</param>
    public void Run(double tolerance, double roundingTolerance, int maxIterations, Action<int>? told, CancellationToken cancellationToken)
    {
        double value = objective.Evaluate(weights) + Penalty(weights);
        while (Iterations < maxIterations && !(Converged = LargestSlope() <= tolerance))
        {
            cancellationToken.ThrowIfCancellationRequested();
            Iterations++;
            (double[] step, double expected) = Direction();
            if (!TryImprove(step, expected, ref value))
            {
                Converged = LargestSlope() <= Math.Max(tolerance, roundingTolerance);
                break;
            }

            told?.Invoke(Iterations);
        }
    }

    /// <summary>How far from the optimality conditions the weights are: the smallest element of each subdifferential, at its largest.</summary>
    private double LargestSlope()
    {
        ReadOnlySpan<double> gradient = objective.Gradient;
        double largest = Math.Abs(gradient[^1]);
        for (int i = 0; i < weights.Length - 1; i++)
        {
            double slope = weights[i] == 0
                ? Math.Max(0, Math.Abs(gradient[i]) - penalty)
                : Math.Abs(gradient[i] + (Math.Sign(weights[i]) * penalty));
            largest = Math.Max(largest, slope);
        }

        return largest;
    }

    private (double[] Step, double Expected) Direction()
    {
        int size = weights.Length;
        var hessian = new double[size * size];
        double widest = 0;
        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j < size; j++)
            {
                hessian[(i * size) + j] = objective.Curvature(i, j);
            }

            widest = Math.Max(widest, hessian[(i * size) + i]);
        }

        // A constant column or settled probabilities leave no curvature; a trace of it keeps the division finite.
        double ridge = Math.Max(widest, 1e-300) * 1e-12;
        var step = new double[size];
        double[] slopes = objective.Gradient.ToArray();
        for (int sweep = 0; sweep < MostSweeps; sweep++)
        {
            double furthest = 0;
            for (int i = 0; i < size; i++)
            {
                double curvature = hessian[(i * size) + i] + ridge;
                double place = weights[i] + step[i];
                double target = place - (slopes[i] / curvature);
                double shrunk = i == size - 1 ? target : Math.Sign(target) * Math.Max(0, Math.Abs(target) - (penalty / curvature));
                double change = shrunk - place;
                if (change == 0)
                {
                    continue;
                }

                step[i] = shrunk - weights[i];
                for (int j = 0; j < size; j++)
                {
                    slopes[j] += hessian[(j * size) + i] * change;
                }

                furthest = Math.Max(furthest, Math.Abs(change) * Math.Sqrt(curvature));
            }

            if (furthest <= 1e-13 * (1 + Math.Sqrt(widest)))
            {
                break;
            }
        }

        double expected = -Penalty(weights);
        for (int i = 0; i < size; i++)
        {
            expected += objective.Gradient[i] * step[i];
            expected += i < size - 1 ? penalty * Math.Abs(weights[i] + step[i]) : 0;
        }

        return (step, expected);
    }

    private bool TryImprove(double[] step, double expected, ref double value)
    {
        var trial = new double[weights.Length];
        double scale = 1;
        for (int halving = 0; halving < MostHalvings; halving++, scale /= 2)
        {
            for (int i = 0; i < weights.Length; i++)
            {
                trial[i] = weights[i] + (scale * step[i]);
            }

            double trialValue = objective.Evaluate(trial) + Penalty(trial);
            bool enough = trialValue <= value + (SufficientShare * scale * Math.Min(0, expected)) && trialValue < value;
            if (enough || (halving == 0 && trialValue - value <= 1e-13 * Math.Abs(value) && objective.GradientShrank))
            {
                trial.CopyTo(weights, 0);
                value = trialValue;
                return true;
            }
        }

        objective.Evaluate(weights);
        return false;
    }

    private double Penalty(double[] at)
    {
        double sum = 0;
        for (int i = 0; i < at.Length - 1; i++)
        {
            sum += Math.Abs(at[i]);
        }

        return penalty * sum;
    }
}
