using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Learning.Preprocessing;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Prediction;

/// <summary>Puts the coefficients of a logistic regression into odds and words.</summary>
internal static class OddsRatioWriter
{
    public static IReadOnlyList<OddsRatio> Write(LogScaledClassifierModel model, IReadOnlyList<FeatureDefinition> features, Matrix values)
    {
        var result = new List<OddsRatio>(features.Count);
        for (int column = 0; column < features.Count; column++)
        {
            double coefficient = model.Model.Coefficients[column];
            double margin = 1.959963984540054 * model.Model.StandardErrors[column];
            if (model.Scaler.ConstantColumns.Contains(column))
            {
                continue;
            }

            (double from, double to) = NaturalStep(features[column], values.Column(column));
            double step = (LogTransform.Apply(to) - LogTransform.Apply(from)) / model.Scaler.Scales[column];
            double natural = Math.Exp(coefficient * step);
            result.Add(new OddsRatio(
                features[column].Id,
                features[column].Name,
                Math.Exp(coefficient),
                Math.Exp(coefficient - margin),
                Math.Exp(coefficient + margin),
                natural,
                Sentence(features[column], from, to, natural, Math.Abs(coefficient) <= margin)));
        }

        return [.. result.OrderByDescending(r => Math.Abs(Math.Log(r.PerStandardDeviation)))];
    }

    /// <summary>From the median to twice the median; where most have none, from none to the median of those who have some.</summary>
    private static (double From, double To) NaturalStep(FeatureDefinition feature, double[] values)
    {
        if (feature.Unit == "yes/no")
        {
            return (0, 1);
        }

        Array.Sort(values);
        double median = values[values.Length / 2];
        if (median > 0)
        {
            return (median, 2 * median);
        }

        int firstPositive = Array.FindIndex(values, v => v > 0);
        return firstPositive < 0 ? (0, 1) : (0, values[(firstPositive + values.Length) / 2]);
    }

    private static string Sentence(FeatureDefinition feature, double from, double to, double ratio, bool mayBeChance)
    {
        // Whole percent: the interval of such a ratio is wider than a tenth of one.
        string change = FormattableString.Invariant($"the odds of buying again are {Math.Round(100 * Math.Abs(ratio - 1), MidpointRounding.AwayFromZero):0}% {(ratio >= 1 ? "higher" : "lower")}");
        string than = feature.Unit == "yes/no"
            ? $"{feature.Name} rather than elsewhere"
            : from > 0
                ? $"{feature.Name} {FeatureWords.Short(feature, to)} rather than {FeatureWords.Short(feature, from)}"
                : $"{feature.Name} {FeatureWords.Short(feature, to)} rather than none";
        return $"{than}, all else equal: {change}{(mayBeChance ? ", which may be chance" : "")}.";
    }
}
