using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Numerics;
using CustomerDashboard.Core.Prediction;

namespace CustomerDashboard.Tests.Core.Prediction;

public sealed class CorrelatedFeaturesTests
{
    private static readonly FeatureDefinition[] Features = [.. new[] { "Orders", "Orders in the last year", "Days since last purchase", "Constant" }
        .Select(name => new FeatureDefinition(name, name, name, "", "", "", null))];

    [Fact]
    public void Pairs_that_move_together_on_the_log_scale_are_found_and_no_others()
    {
        // log1p of the second is twice that of the first; the third was chosen by hand to have r = 0 with both.
        double[] first = [0, 1, 2, 3, 4];
        double[] other = [2, -1, -2, -1, 2];
        var values = new Matrix(5, 4);
        for (int row = 0; row < 5; row++)
        {
            values[row, 0] = Math.Exp(first[row]) - 1;
            values[row, 1] = Math.Exp(2 * first[row]) - 1;
            values[row, 2] = Math.Exp(3 + other[row]) - 1;
            values[row, 3] = 7;
        }

        CorrelatedPair pair = Assert.Single(CorrelatedFeatures.Find(values, Features));
        Assert.Equal(("Orders", "Orders in the last year"), (pair.First, pair.Second));
        Assert.Equal(1, pair.Correlation, 12);
    }

    [Fact]
    public void The_caveat_names_the_strongest_pairs_and_never_speaks_of_causes()
    {
        string none = CorrelatedFeatures.Caveat([]);
        Assert.Contains("not what would happen if you changed a value", none, StringComparison.Ordinal);
        string some = CorrelatedFeatures.Caveat([new("A", "B", 0.97), new("A", "C", -0.93), new("B", "C", -0.9), new("C", "D", 0.81)]);
        Assert.StartsWith(none, some, StringComparison.Ordinal);
        Assert.Contains("A with B (r 0.97); A with C (r -0.93); B with C (r -0.90); and 1 more pair", some, StringComparison.Ordinal);
    }
}
