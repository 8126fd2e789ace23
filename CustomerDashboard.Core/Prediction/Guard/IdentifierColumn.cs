using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Learning;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Prediction.Guard;

/// <summary>A feature that names customers instead of describing them.</summary>
/// <param name="Feature">Position among the features.</param>
/// <param name="FeatureId">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Sentence">Why it is taken for one, and what to do.</param>
public sealed record IdentifierColumn(int Feature, string FeatureId, string Name, string Sentence)
{
    private const int FewestRows = 20;

    private static readonly string[] Endings = ["id", "key", "code", "number", "no", "nr", "index"];

    /// <summary>
    /// Features whose values are whole numbers, different for every customer, and either named as identifiers are or numbered through with few gaps.
    /// O(n log n) a feature.
    /// </summary>
    public static IReadOnlyList<IdentifierColumn> Find(Matrix points, IReadOnlyList<FeatureDefinition> features)
    {
        ArgumentNullException.ThrowIfNull(features);
        LearningData.RequireColumns(points, features.Count);
        var found = new List<IdentifierColumn>();
        for (int feature = 0; feature < features.Count && points.Rows >= FewestRows; feature++)
        {
            double[] values = points.Column(feature);
            if (!Array.TrueForAll(values, value => Math.Floor(value) == value))
            {
                continue;
            }

            Array.Sort(values);
            bool different = true;
            for (int i = 1; i < values.Length; i++)
            {
                different &= values[i] != values[i - 1];
            }

            string name = features[feature].Name;
            bool numbered = values[^1] - values[0] < 2.0 * values.Length;
            if (different && (numbered || IsNamed(name)))
            {
                found.Add(new IdentifierColumn(feature, features[feature].Id, name, FormattableString.Invariant(
                    $"{name} is a different whole number for each of {points.Rows:N0} customers{(numbered ? ", numbered through" : "")}: it names customers and says nothing of new ones. Leave it out.")));
            }
        }

        return found;
    }

    private static bool IsNamed(string name)
    {
        string last = "";
        foreach (string word in name.Split([' ', '_', '-', '.', '#'], StringSplitOptions.RemoveEmptyEntries))
        {
            last = word;
        }

        return Endings.Contains(last, StringComparer.OrdinalIgnoreCase) || last.EndsWith("ID", StringComparison.Ordinal) || last.EndsWith("Id", StringComparison.Ordinal);
    }
}
