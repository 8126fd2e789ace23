using CustomerDashboard.Core.LifetimeValue;

namespace CustomerDashboard.Tests.Core.LifetimeValue;

public sealed class LifetimeIntegralTests
{
    // Adaptive quadrature of mpmath with 30 digits, over panels that halve towards the start.
    [Theory]
    [InlineData(0.5533, 10.578, 1.6062, 11.667, 0, 39, -3.1640418285269571)]
    [InlineData(2.55, 10.578, 1.6, 11.667, 30.43, 38.86, -13.693944283569369)]
    [InlineData(300.5, 60, 1.2, 900, 700, 738, -2001.2362010001529)]
    [InlineData(0.6, 60, 1.7, 0.05, 0, 738, -0.014071766724121193)]
    [InlineData(20.6, 0.5, 3.0, 400, 1, 600, -28.905132966885112)]
    [InlineData(300.5, 900, 1.2, 3, 0.5, 738, -2045.2386483937311)]
    public void Agrees_with_adaptive_quadrature(double rate, double alpha, double life, double beta, double from, double to, double expected) =>
        Assert.Equal(expected, LifetimeIntegral.Of(rate, alpha, life, beta, from, to).Log, 1e-9);

    [Fact]
    public void Without_any_rate_it_is_the_pareto_distributions_own_integral()
    {
        // The integral of (beta + y)^-(s + 1) is ((beta + from)^-s - (beta + to)^-s) / s.
        double expected = Math.Log((Math.Pow(5, -0.7) - Math.Pow(23, -0.7)) / 0.7);
        Assert.Equal(expected, LifetimeIntegral.Of(0, 10, 1.7, 3, 2, 20).Log, 1e-11);
    }

    [Fact]
    public void Means_are_the_derivatives_of_its_logarithm()
    {
        const double step = 1e-5;
        double Log(double rate, double alpha, double life, double beta) => LifetimeIntegral.Of(rate, alpha, life, beta, 3, 40).Log;
        LifetimeMoments moments = LifetimeIntegral.Of(4.5, 8, 1.4, 12, 3, 40);
        Assert.Equal(-(Log(4.5 + step, 8, 1.4, 12) - Log(4.5 - step, 8, 1.4, 12)) / (2 * step), moments.MeanLogAlpha, 1e-7);
        Assert.Equal(-(Log(4.5, 8 + step, 1.4, 12) - Log(4.5, 8 - step, 1.4, 12)) / (2 * step) / 4.5, moments.MeanInverseAlpha, 1e-7);
        Assert.Equal(-(Log(4.5, 8, 1.4 + step, 12) - Log(4.5, 8, 1.4 - step, 12)) / (2 * step), moments.MeanLogBeta, 1e-7);
        Assert.Equal(-(Log(4.5, 8, 1.4, 12 + step) - Log(4.5, 8, 1.4, 12 - step)) / (2 * step) / 1.4, moments.MeanInverseBeta, 1e-7);
    }
}
