using CustomerDashboard.Core.LifetimeValue;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Tests.Core.LifetimeValue;

public sealed class PurchaseModelTests
{
    [Fact]
    public void BgNbd_agrees_with_the_published_fit_of_cdnow()
    {
        PurchaseCounts counts = CountsFiles.Cdnow();
        BgNbdModel model = BgNbd.Fit(counts);
        AssertParameters(model, 4, 0.24259, 4.41353, 0.79289, 2.42575);
        Assert.Equal(-9582.4256, model.LogLikelihood, 1e-4);
        Assert.True(model.Converged);
        Assert.Empty(model.Doubts);
        Assert.Equal(1653.42, Total(model, counts, 39), 0.05);
        Assert.Equal(1.22591, model.ExpectedPurchases(39, counts.Frequency[0], counts.Recency[0], counts.Age[0]), 1e-4);
        Assert.Equal(0.72661, model.ProbabilityAlive(counts.Frequency[0], counts.Recency[0], counts.Age[0]), 1e-4);
    }

    [Fact]
    public void ParetoNbd_agrees_with_the_published_fit_of_cdnow()
    {
        ParetoNbdModel model = ParetoNbd.Fit(CountsFiles.Cdnow());
        Assert.Equal([0.5533, 10.578, 0.6062], model.Parameters.Take(3).Select((p, i) => Math.Round(p.Value, i == 1 ? 3 : 4)));
        Assert.Equal(11.667, model.Parameters[3].Value, 2e-2);
        Assert.True(model.Converged);
    }

    [Fact]
    public void BgNbd_agrees_with_the_peer_on_online_retail()
    {
        PurchaseCounts counts = CountsFiles.OnlineRetail();
        BgNbdModel model = BgNbd.Fit(counts);
        AssertParameters(model, 3, 0.63523, 62.6232, 0.17455, 2.73715);
        Assert.Equal(-112175.623, model.LogLikelihood, 0.01);
        Assert.Equal(3773, Total(model, counts, 90), 0.5);
    }

    [Fact]
    public void A_poor_start_and_another_unit_of_time_lead_to_the_same_model()
    {
        PurchaseCounts counts = Simulated(800, 0.8, 12, 3, 7);
        BgNbdModel days = BgNbd.Fit(counts);
        BgNbdModel poor = BgNbd.Fit(counts, new PurchaseModelOptions { Start = [50, 3000, 20, 0.01] });
        var seconds = new PurchaseCounts(counts.Frequency, [.. counts.Recency.Select(t => t * 86_400)], [.. counts.Age.Select(t => t * 86_400)]);
        BgNbdModel scaled = BgNbd.Fit(seconds);
        for (int p = 0; p < 4; p++)
        {
            Assert.Equal(1, poor.Parameters[p].Value / days.Parameters[p].Value, 1e-4);
            Assert.Equal(p == 1 ? 86_400 : 1, scaled.Parameters[p].Value / days.Parameters[p].Value, p == 1 ? 10 : 1e-4);
        }
    }

    [Fact]
    public void The_number_of_threads_changes_nothing()
    {
        PurchaseCounts counts = Simulated(2_000, 0.8, 12, 3, 7);
        foreach (Func<int, IPurchaseModel> fit in new Func<int, IPurchaseModel>[]
        {
            threads => BgNbd.Fit(counts, new PurchaseModelOptions { DegreeOfParallelism = threads }),
            threads => ParetoNbd.Fit(counts, new PurchaseModelOptions { DegreeOfParallelism = threads }),
        })
        {
            Assert.Equal(fit(1).Parameters, fit(2).Parameters);
        }
    }

    [Fact]
    public void A_model_finds_the_parameters_that_made_the_data()
    {
        BgNbdModel model = BgNbd.Fit(Simulated(20_000, 0.8, 12, 1.2, 3.5));
        double[] planted = [0.8, 12, 1.2, 3.5];
        for (int p = 0; p < 4; p++)
        {
            // Four standard errors: a chance of one in ten thousand, and the seed is fixed.
            Assert.InRange(model.Parameters[p].Value, planted[p] - (4 * model.Parameters[p].StandardError), planted[p] + (4 * model.Parameters[p].StandardError));
            Assert.InRange(model.Parameters[p].StandardError / planted[p], 0.001, 0.2);
        }
    }

    public static TheoryData<string> Models => [nameof(BgNbd), nameof(ParetoNbd)];

    [Theory]
    [MemberData(nameof(Models))]
    public void Expectations_behave_as_chances_and_counts_must(string name)
    {
        IPurchaseModel model = name == nameof(BgNbd) ? BgNbdModel.Of(0.6, 60, 0.2, 2.7) : ParetoNbdModel.Of(0.6, 60, 0.5, 300);
        double before = 0;
        foreach (double horizon in new[] { 0, 1, 30, 90, 365, 3650 })
        {
            double here = model.ExpectedPurchases(horizon, 5, 200, 300), newcomer = model.ExpectedPurchasesOfNewcomer(horizon);
            Assert.True(here >= before && newcomer >= 0 && double.IsFinite(here), $"{horizon} days: {here}");
            before = here;
        }

        Assert.True(model.ProbabilityAlive(5, 290, 300) > model.ProbabilityAlive(5, 100, 300));
        Assert.InRange(model.ProbabilityAlive(400, 10, 700), 0, 1e-6);
        Assert.True(double.IsFinite(model.ExpectedPurchases(365, 3_000, 700, 738)));
        // Over a vanishing time someone surely alive buys at the mean rate of those with such a history.
        Assert.Equal((0.6 + 5) / (60 + 300) * 1e-3 * model.ProbabilityAlive(5, 300, 300), model.ExpectedPurchases(1e-3, 5, 300, 300), 1e-7);
    }

    [Fact]
    public void Expectations_where_a_formula_has_a_gap_are_continuous()
    {
        Assert.Equal(BgNbdModel.Of(0.6, 60, 1 + 1e-5, 2.7).ExpectedPurchases(90, 2, 100, 300), BgNbdModel.Of(0.6, 60, 1, 2.7).ExpectedPurchases(90, 2, 100, 300), 1e-5);
        Assert.Equal(ParetoNbdModel.Of(0.6, 60, 1 + 1e-5, 300).ExpectedPurchases(90, 2, 100, 300), ParetoNbdModel.Of(0.6, 60, 1, 300).ExpectedPurchases(90, 2, 100, 300), 1e-5);
    }

    [Fact]
    public void Data_that_cannot_tell_are_refused_in_words()
    {
        Assert.Contains("second time", Assert.Throws<ArgumentException>(() => BgNbd.Fit(new PurchaseCounts([0, 0], [0, 0], [10, 20]))).Message, StringComparison.Ordinal);
        Assert.Contains("no customers", Assert.Throws<ArgumentException>(() => ParetoNbd.Fit(new PurchaseCounts([], [], []))).Message, StringComparison.Ordinal);
        Assert.Contains("Customer 2", Assert.Throws<ArgumentException>(() => new PurchaseCounts([1, 2], [3, 30], [10, 20])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new PurchaseCounts([0], [3], [10]));
        Assert.Throws<ArgumentException>(() => new PurchaseCounts([1], [double.NaN], [10]));
    }

    [Fact]
    public void Too_few_who_came_back_is_said()
    {
        BgNbdModel model = BgNbd.Fit(new PurchaseCounts([0, 1, 0, 2], [0, 5, 0, 8], [10, 10, 10, 10]));
        Assert.Contains(model.Doubts, doubt => doubt.StartsWith("Only 2 of 4", StringComparison.Ordinal));
    }

    internal static PurchaseCounts Simulated(int customers, double r, double alpha, double a, double b)
    {
        var random = new RandomSource(7);
        double Gamma(double shape)
        {
            // Marsaglia and Tsang, with the usual step up for shapes below 1.
            double boost = shape < 1 ? Math.Pow(random.NextDouble(), 1 / shape) : 1, d = (shape < 1 ? shape + 1 : shape) - (1.0 / 3), c = 1 / Math.Sqrt(9 * d);
            while (true)
            {
                double z = random.NextGaussian(), v = Math.Pow(1 + (c * z), 3);
                if (v > 0 && Math.Log(random.NextDouble()) < (0.5 * z * z) + d - (d * v) + (d * Math.Log(v)))
                {
                    return boost * d * v;
                }
            }
        }

        var (frequency, recency, age) = (new int[customers], new double[customers], new double[customers]);
        for (int i = 0; i < customers; i++)
        {
            double rate = Gamma(r) / alpha, one = Gamma(a), leaving = one / (one + Gamma(b)), t = 0;
            age[i] = 50 + (50 * random.NextDouble());
            while (true)
            {
                t += -Math.Log(1 - random.NextDouble()) / rate;
                if (!(t <= age[i]))
                {
                    break;
                }

                frequency[i]++;
                recency[i] = t;
                if (random.NextDouble() < leaving)
                {
                    break;
                }
            }
        }

        return new PurchaseCounts(frequency, recency, age);
    }

    private static double Total(BgNbdModel model, PurchaseCounts counts, double horizon) =>
        Enumerable.Range(0, counts.Count).Sum(i => model.ExpectedPurchases(horizon, counts.Frequency[i], counts.Recency[i], counts.Age[i]));

    private static void AssertParameters(BgNbdModel model, int digits, params double[] expected)
    {
        for (int p = 0; p < expected.Length; p++)
        {
            Assert.Equal(1, model.Parameters[p].Value / expected[p], 0.5 * Math.Pow(10, 1 - digits));
        }
    }
}
