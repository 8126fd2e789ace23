using CustomerDashboard.Core.Numerics;
using CustomerDashboard.Core.Prediction.Models;

namespace CustomerDashboard.Core.Prediction.Searching;

/// <summary>From where the settings of each model are drawn: scales evenly by their logarithm, shares and depths evenly.</summary>
/// <remarks>J. Bergstra, Y. Bengio, "Random search for hyper-parameter optimization", 2012.</remarks>
internal static class SearchSpace
{
    public static bool Has(ModelKind model) => model is ModelKind.LogisticRegression or ModelKind.LogisticRegressionL1 or ModelKind.RidgeRegression
        or ModelKind.NearestNeighbours or ModelKind.SupportVectorsLinear or ModelKind.SupportVectorsRbf or ModelKind.DecisionTree or ModelKind.RandomForest
        or ModelKind.BoostedTrees or ModelKind.BoostedTreesTweedie;

    /// <summary>The present settings with those of one model drawn anew.</summary>
    public static ModelSettings Draw(ModelKind model, ModelSettings now, int features, int rows, RandomSource random) => model switch
    {
        ModelKind.LogisticRegression => now with { LogisticC = Scale(random, 1e-3, 100) },
        ModelKind.LogisticRegressionL1 => now with { LassoC = Scale(random, 1e-3, 10) },
        ModelKind.RidgeRegression => now with { Ridge = Scale(random, 0.01, 1e4) },
        ModelKind.NearestNeighbours => now with { Neighbours = Whole(random, 3, Math.Clamp(rows / 4, 4, 200)) },
        ModelKind.SupportVectorsLinear => now with { SupportVectorC = Scale(random, 0.01, 10) },
        ModelKind.SupportVectorsRbf => now with { SupportVectorC = Scale(random, 0.05, 20), SupportVectorGamma = Scale(random, 0.05 / features, 3.0 / features) },
        ModelKind.DecisionTree => now with
        {
            TreeMaxDepth = 2 + random.NextInt(9),
            TreeMinSamplesLeaf = Whole(random, 3, Math.Max(4, rows / 20)),
            TreePruning = Scale(random, 1e-5, 1e-2),
        },
        ModelKind.RandomForest => now with
        {
            ForestMinSamplesLeaf = Whole(random, 1, Math.Clamp(rows / 40, 2, 60)),
            ForestFeaturesPerSplit = 1 + random.NextInt(features),
            ForestMaxDepth = random.NextInt(2) == 0 ? null : 4 + random.NextInt(13),
        },
        ModelKind.BoostedTrees => Boosting(now, random),
        ModelKind.BoostedTreesTweedie => Boosting(now, random) with { TweediePower = Short(1.1 + (0.8 * random.NextDouble())) },
        _ => now,
    };

    /// <summary>The settings of one model in words, with those that only a search changes.</summary>
    public static string Words(ModelKind model, ModelSettings settings)
    {
        string usual = ModelNames.SettingsOf(model, settings);
        FormattableString? more = model switch
        {
            ModelKind.RandomForest => $", depth {settings.ForestMaxDepth?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "free"}, {settings.ForestFeaturesPerSplit?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "the usual number of"} features a split",
            ModelKind.BoostedTrees or ModelKind.BoostedTreesTweedie => $", rows {settings.BoostingRowShare}, columns {settings.BoostingColumnShare}, L2 {settings.BoostingL2}, least weight {settings.BoostingMinChildWeight}",
            _ => null,
        };
        return usual + (more is null ? "" : FormattableString.Invariant(more));
    }

    private static ModelSettings Boosting(ModelSettings now, RandomSource random)
    {
        // Few large steps or many small ones: the number of trees follows the rate, with some play.
        double rate = Scale(random, 0.01, 0.2);
        return now with
        {
            BoostingRate = rate,
            BoostingTrees = (int)Math.Clamp(Math.Round(Scale(random, 3, 12) / rate), 30, 600),
            BoostingDepth = 2 + random.NextInt(5),
            BoostingRowShare = Short(0.5 + (0.5 * random.NextDouble())),
            BoostingColumnShare = Short(0.4 + (0.6 * random.NextDouble())),
            BoostingL2 = Scale(random, 0.1, 30),
            BoostingMinChildWeight = Scale(random, 0.5, 30),
        };
    }

    private static double Scale(RandomSource random, double least, double most) =>
        Short(least * Math.Exp(random.NextDouble() * Math.Log(most / least)));

    private static int Whole(RandomSource random, int least, int most) =>
        (int)Math.Round(least * Math.Exp(random.NextDouble() * Math.Log((double)most / least)));

    /// <summary>Two significant digits: settings are to be read and typed.</summary>
    private static double Short(double value)
    {
        double unit = Math.Pow(10, Math.Floor(Math.Log10(value)) - 1);
        return double.Parse(
            (Math.Round(value / unit) * unit).ToString("G2", System.Globalization.CultureInfo.InvariantCulture), System.Globalization.CultureInfo.InvariantCulture);
    }
}
