namespace CustomerDashboard.Core.LifetimeValue;

/// <summary>A fitted gamma-gamma model of spending; see <see cref="GammaGamma"/>.</summary>
public sealed class GammaGammaModel
{
    private readonly double _p, _q, _v;

    internal GammaGammaModel(IReadOnlyList<FittedParameter> parameters, double logLikelihood, bool converged, double correlation, int customers, IReadOnlyList<string> doubts)
    {
        (Parameters, LogLikelihood, Converged, Correlation, Customers, Doubts) = (parameters, logLikelihood, converged, correlation, customers, doubts);
        (_p, _q, _v) = (parameters[0].Value, parameters[1].Value, parameters[2].Value);
    }

    /// <summary>p, q, v.</summary>
    public IReadOnlyList<FittedParameter> Parameters { get; }

    public double LogLikelihood { get; }

    public bool Converged { get; }

    /// <summary>Pearson's correlation of frequency and mean amount among those who bought again; the model supposes none.</summary>
    public double Correlation { get; }

    /// <summary>The customers it was fitted on.</summary>
    public int Customers { get; }

    public IReadOnlyList<string> Doubts { get; }

    /// <summary>The mean amount of a purchase over all customers; NaN where q is 1 or less and the model has none.</summary>
    public double PopulationMean => _q > 1 ? _p * _v / (_q - 1) : double.NaN;

    /// <summary>A model with known parameters.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is not positive.</exception>
    public static GammaGammaModel Of(double p, double q, double v)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(p);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(q);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(v);
        return new GammaGammaModel([new("p", p, double.NaN), new("q", q, double.NaN), new("v", v, double.NaN)], double.NaN, true, 0, 0, []);
    }

    /// <summary>
    /// The amount to expect of a customer's purchase: between its own mean and that of all, the nearer to its own the more purchases it rests on.
    /// NaN without a repeat purchase where the model has no mean.
    /// </summary>
    public double ExpectedAmount(int frequency, double monetaryValue)
    {
        double weight = (_p * frequency) + _q - 1;
        return frequency == 0 || weight <= 0 ? PopulationMean : _p * (_v + (frequency * monetaryValue)) / weight;
    }
}
