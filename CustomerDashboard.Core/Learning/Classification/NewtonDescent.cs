namespace CustomerDashboard.Core.Learning.Classification;

/// <summary>Newton's method on a <see cref="LinearObjective"/>, halving a step that does not improve.</summary>
internal sealed class NewtonDescent(LinearObjective objective, double[] weights)
{
    private const int MostHalvings = 40;

    public int Iterations { get; private set; }

    public bool Converged { get; private set; }

    /// <summary>Descends until no component of the gradient is larger than the tolerance.</summary>
    /// <param name="tolerance">The largest slope left.</param>
    /// <param name="roundingTolerance">The largest slope left where rounding hides any further descent.</param>
    /// <param name="maxIterations">The most steps.</param>
    /// <param name="told">Called after every step with how many there were.</param>
    /// <param name="cancellationToken">Checked before every step.</param>
    public void Run(double tolerance, double roundingTolerance, int maxIterations, Action<int>? told, CancellationToken cancellationToken)
    {
        double value = objective.Evaluate(weights);
        while (Iterations < maxIterations && !(Converged = objective.LargestGradient <= tolerance))
        {
            cancellationToken.ThrowIfCancellationRequested();
            Iterations++;
            if (!TryImprove(objective.NewtonStep(), ref value))
            {
                // Rounding hides any further descent: this is as exact as the arithmetic allows.
                Converged = objective.LargestGradient <= Math.Max(tolerance, roundingTolerance);
                break;
            }

            told?.Invoke(Iterations);
        }
    }

    private bool TryImprove(double[] step, ref double value)
    {
        var trial = new double[weights.Length];
        double scale = 1;
        for (int halving = 0; halving < MostHalvings; halving++, scale /= 2)
        {
            for (int i = 0; i < weights.Length; i++)
            {
                trial[i] = weights[i] - (scale * step[i]);
            }

            double trialValue = objective.Evaluate(trial);
            if (trialValue < value || (halving == 0 && trialValue - value <= 1e-13 * Math.Abs(value) && objective.GradientShrank))
            {
                trial.CopyTo(weights, 0);
                value = trialValue;
                return true;
            }
        }

        objective.Evaluate(weights);
        return false;
    }
}
