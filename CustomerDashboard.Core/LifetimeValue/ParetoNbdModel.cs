namespace CustomerDashboard.Core.LifetimeValue;

/// <summary>A fitted Pareto/NBD model; see <see cref="ParetoNbd"/>.</summary>
public sealed class ParetoNbdModel : IPurchaseModel
{
    private readonly double _r, _alpha, _s, _beta;

    internal ParetoNbdModel(IReadOnlyList<FittedParameter> parameters, double logLikelihood, bool converged, IReadOnlyList<string> doubts)
    {
        (Parameters, LogLikelihood, Converged, Doubts) = (parameters, logLikelihood, converged, doubts);
        (_r, _alpha, _s, _beta) = (parameters[0].Value, parameters[1].Value, parameters[2].Value, parameters[3].Value);
    }

    public string Name => "Pareto/NBD";

    /// <summary>r, alpha, s, beta.</summary>
    public IReadOnlyList<FittedParameter> Parameters { get; }

    public double LogLikelihood { get; }

    public bool Converged { get; }

    public IReadOnlyList<string> Doubts { get; }

    public double RateShape => _r;

    public double RateScale => _alpha;

    /// <summary>A model with known parameters, for a published fit or a small case worked by hand.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is not positive.</exception>
    public static ParetoNbdModel Of(double r, double alpha, double s, double beta)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(r);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(alpha);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(s);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(beta);
        return new ParetoNbdModel(
            [new("r", r, double.NaN), new("alpha", alpha, double.NaN), new("s", s, double.NaN), new("beta", beta, double.NaN)], double.NaN, true, []);
    }

    public double ProbabilityAlive(int frequency, double recency, double age)
    {
        if (age <= recency)
        {
            return 1;
        }

        double rate = _r + frequency;
        double log = -(rate * Math.Log(_alpha + age)) - (_s * Math.Log(_beta + age));
        double left = Math.Log(_s) + LifetimeIntegral.Of(rate, _alpha, _s + 1, _beta, recency, age).Log;
        return 1 / (1 + Math.Exp(left - log));
    }

    public double ExpectedPurchases(double horizon, int frequency, double recency, double age) =>
        (_r + frequency) / (_alpha + age) * ExpectedLife(horizon, _beta + age) * ProbabilityAlive(frequency, recency, age);

    public double ExpectedPurchasesOfNewcomer(double horizon) => _r / _alpha * ExpectedLife(horizon, _beta);

    /// <summary>The part of the horizon that someone alive at its start can be expected to live: beta' / (s - 1) (1 - (beta' / (beta' + t))^(s - 1)), with its limit where s is 1.</summary>
    private double ExpectedLife(double horizon, double scale)
    {
        double log = Math.Log((scale + horizon) / scale), power = (_s - 1) * log;
        return Math.Abs(power) < 1e-8 ? scale * log : scale / (_s - 1) * -Expm1(-power);
    }

    private static double Expm1(double x) => Math.Abs(x) < 1e-5 ? x + (x * x / 2) : Math.Exp(x) - 1;
}
