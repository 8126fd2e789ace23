using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.LifetimeValue;

/// <summary>A fitted BG/NBD model; see <see cref="BgNbd"/>.</summary>
public sealed class BgNbdModel : IPurchaseModel
{
    private readonly double _r, _alpha, _a, _b;

    internal BgNbdModel(IReadOnlyList<FittedParameter> parameters, double logLikelihood, bool converged, IReadOnlyList<string> doubts)
    {
        (Parameters, LogLikelihood, Converged, Doubts) = (parameters, logLikelihood, converged, doubts);
        (_r, _alpha, _a, _b) = (parameters[0].Value, parameters[1].Value, AwayFromOne(parameters[2].Value), parameters[3].Value);
    }

    public string Name => "BG/NBD";

    /// <summary>r, alpha, a, b.</summary>
    public IReadOnlyList<FittedParameter> Parameters { get; }

    public double LogLikelihood { get; }

    public bool Converged { get; }

    public IReadOnlyList<string> Doubts { get; }

    public double RateShape => _r;

    public double RateScale => _alpha;

    /// <summary>A model with known parameters, for a published fit or a small case worked by hand.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is not positive.</exception>
    public static BgNbdModel Of(double r, double alpha, double a, double b)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(r);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(alpha);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(a);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(b);
        return new BgNbdModel(
            [new("r", r, double.NaN), new("alpha", alpha, double.NaN), new("a", a, double.NaN), new("b", b, double.NaN)], double.NaN, true, []);
    }

    /// <inheritdoc/>
    /// <remarks>A customer without a repeat purchase has had no occasion to leave in this model, so it is always alive.</remarks>
    public double ProbabilityAlive(int frequency, double recency, double age) => 1 / (1 + OddsOfHavingLeft(frequency, recency, age));

    public double ExpectedPurchases(double horizon, int frequency, double recency, double age)
    {
        double z = horizon / (_alpha + age + horizon);
        double share = HypergeometricFunction.TimesPower(_r + frequency, _b + frequency, _a + _b + frequency - 1, z, _r + frequency);
        double purchases = (_a + _b + frequency - 1) / (_a - 1) * (1 - share);
        return Math.Max(0, purchases / (1 + OddsOfHavingLeft(frequency, recency, age)));
    }

    public double ExpectedPurchasesOfNewcomer(double horizon)
    {
        double share = HypergeometricFunction.TimesPower(_r, _b, _a + _b - 1, horizon / (_alpha + horizon), _r);
        return Math.Max(0, (_a + _b - 1) / (_a - 1) * (1 - share));
    }

    private double OddsOfHavingLeft(int frequency, double recency, double age) => frequency == 0
        ? 0
        : _a / (_b + frequency - 1) * Math.Exp((_r + frequency) * Math.Log((_alpha + age) / (_alpha + recency)));

    /// <summary>The expectations have a removable gap where a is 1 (and the function in them where a + b is): a step of 1e-7 leaves it.</summary>
    private static double AwayFromOne(double a) => Math.Abs(a - 1) < 1e-7 ? 1 + 1e-7 : a;
}
