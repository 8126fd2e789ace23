using CustomerDashboard.Core.LifetimeValue;

namespace CustomerDashboard.Tests.Core.LifetimeValue;

public sealed class GammaGammaTests
{
    [Fact]
    public void Expected_amounts_follow_the_published_formula()
    {
        // The parameters published for CDNOW: p 6.2488, q 3.7446, v 15.4477.
        GammaGammaModel model = GammaGammaModel.Of(6.2488, 3.7446, 15.4477);
        Assert.Equal(6.2488 * 15.4477 / 2.7446, model.PopulationMean, 1e-9);
        Assert.Equal(6.2488 * (15.4477 + (2 * 22.35)) / ((6.2488 * 2) + 2.7446), model.ExpectedAmount(2, 22.35), 1e-9);
        Assert.Equal(model.PopulationMean, model.ExpectedAmount(0, 0));
    }

    [Fact]
    public void Fits_online_retail_at_a_maximum_of_the_likelihood()
    {
        var (frequency, amount) = CountsFiles.OnlineRetailAmounts();
        GammaGammaModel model = GammaGamma.Fit(frequency, amount);
        Assert.True(model.Converged);
        double[] best = [.. model.Parameters.Select(p => p.Value)];
        double top = LogLikelihood(frequency, amount, best);
        Assert.Equal(top, model.LogLikelihood, 1e-4);
        for (int p = 0; p < 3; p++)
        {
            foreach (double factor in new[] { 0.99, 1.01 })
            {
                double[] beside = [.. best];
                beside[p] *= factor;
                Assert.True(LogLikelihood(frequency, amount, beside) < top);
            }
        }
    }

    [Fact]
    public void Customers_without_usable_amounts_are_left_out()
    {
        GammaGammaModel model = GammaGamma.Fit([0, 3, 2, 5, 1], [0, 10, 20, 14, 0]);
        Assert.Equal(3, model.Customers);
    }

    [Fact]
    public void Data_that_cannot_tell_are_refused_in_words()
    {
        Assert.Contains("bought again", Assert.Throws<ArgumentException>(() => GammaGamma.Fit([0, 1], [0, 5])).Message, StringComparison.Ordinal);
        Assert.Contains("same amount", Assert.Throws<ArgumentException>(() => GammaGamma.Fit([1, 2, 3], [5, 5, 5])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => GammaGamma.Fit([1, 2], [5]));
    }

    /// <summary>The likelihood written out once more, from the paper.</summary>
    private static double LogLikelihood(int[] frequency, double[] amount, double[] at)
    {
        var (p, q, v) = (at[0], at[1], at[2]);
        double sum = 0;
        for (int i = 0; i < frequency.Length; i++)
        {
            if (frequency[i] > 0 && amount[i] > 0)
            {
                double shape = p * frequency[i], m = amount[i];
                sum += MathNet.Numerics.SpecialFunctions.GammaLn(shape + q) - MathNet.Numerics.SpecialFunctions.GammaLn(shape) - MathNet.Numerics.SpecialFunctions.GammaLn(q)
                    + (q * Math.Log(v)) + ((shape - 1) * Math.Log(m)) + (shape * Math.Log(frequency[i])) - ((shape + q) * Math.Log(v + (frequency[i] * m)));
            }
        }

        return sum;
    }
}
