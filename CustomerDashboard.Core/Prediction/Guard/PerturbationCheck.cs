using CustomerDashboard.Core.Cleaning;
using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Prediction.Guard;

/// <summary>
/// Whether any feature knows what comes after the cut-off: the later lines are deleted, dealt out anew and filled with nonsense, and the features
/// are built again each time. Bit for bit the same features are the only pass.
/// </summary>
/// <param name="LaterLines">Lines and cancellations after the cut-off that were touched.</param>
/// <param name="Customers">Customers known at the cut-off.</param>
/// <param name="Ways">Every way of touching them.</param>
/// <param name="Sentence">The outcome in words.</param>
/// <remarks>S. Kaufman, S. Rosset, C. Perlich, "Leakage in data mining: formulation, detection, and avoidance", 2012. Costs one building of features for each way.</remarks>
public sealed record PerturbationCheck(int LaterLines, int Customers, IReadOnlyList<Perturbation> Ways, string Sentence)
{
    public bool Passed => Ways.All(way => way.Passed);

    /// <summary>Builds the features again and again.</summary>
    /// <param name="data">The cleaned lines.</param>
    /// <param name="cutoff">Lines after this moment are touched.</param>
    /// <param name="build">Gives the features known at the cut-off: each row's customer, and one column per feature.</param>
    /// <param name="features">What the columns are.</param>
    /// <param name="seed">Of the shuffles.</param>
    /// <param name="cancellationToken">Checked between buildings.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static PerturbationCheck Run(
        CleanedTransactions data,
        DateTime cutoff,
        Func<CleanedTransactions, (int[] Customers, Matrix Features)> build,
        IReadOnlyList<FeatureDefinition> features,
        int seed = 42,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(build);
        ArgumentNullException.ThrowIfNull(features);
        (int[] Customers, Matrix Features) original = build(data);
        var later = new LaterLines(data, cutoff);
        (string Way, Func<CleanedTransactions> Make)[] ways =
        [
            ("deleted", later.Deleted),
            ("dealt out anew among customers, products and days", () => later.Shuffled(seed)),
            ("filled with nonsense", () => later.Scrambled(seed)),
        ];
        var perturbations = new Perturbation[ways.Length];
        for (int i = 0; i < ways.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            (int[] Customers, Matrix Features) now = build(ways[i].Make());
            perturbations[i] = Compare(ways[i].Way, original, now, features);
        }

        return new PerturbationCheck(
            later.Count, original.Customers.Length, perturbations, Words(later.Count, original.Customers.Length, features.Count, perturbations));
    }

    private static Perturbation Compare(
        string way, (int[] Customers, Matrix Features) before, (int[] Customers, Matrix Features) after, IReadOnlyList<FeatureDefinition> features)
    {
        var rowOf = new Dictionary<int, int>();
        for (int row = 0; row < after.Customers.Length; row++)
        {
            rowOf[after.Customers[row]] = row;
        }

        var moved = new int[features.Count];
        var largest = new double[features.Count];
        int common = 0;
        for (int row = 0; row < before.Customers.Length; row++)
        {
            if (!rowOf.TryGetValue(before.Customers[row], out int other))
            {
                continue;
            }

            common++;
            for (int feature = 0; feature < moved.Length; feature++)
            {
                double was = before.Features[row, feature];
                double now = after.Features[other, feature];
                if (!was.Equals(now))
                {
                    moved[feature]++;
                    double change = Math.Abs(now - was);
                    largest[feature] = Math.Max(largest[feature], double.IsNaN(change) ? double.PositiveInfinity : change);
                }
            }
        }

        return new Perturbation(
            way,
            [.. Enumerable.Range(0, moved.Length).Where(feature => moved[feature] > 0).Select(feature => new MovedFeature(feature, features[feature].Name, moved[feature], largest[feature]))],
            before.Customers.Length - common + (after.Customers.Length - common));
    }

    private static string Words(int lines, int customers, int features, Perturbation[] ways)
    {
        if (lines == 0)
        {
            return "No line lies after the cut-off, so there is nothing a feature could know of the future.";
        }

        string[] moved = [.. ways.SelectMany(way => way.Moved).Select(feature => feature.Name).Distinct()];
        string did = FormattableString.Invariant($"{lines:N0} lines after the cut-off were deleted, dealt out anew and filled with nonsense");
        if (moved.Length > 0)
        {
            return $"{did}: {string.Join(", ", moved)} moved. What moves with the future knows it; do not trust any figure of a model that uses it.";
        }

        return ways.All(way => way.Passed)
            ? FormattableString.Invariant($"{did}: none of the {features} features moved for any of {customers:N0} customers.")
            : $"{did}: other customers were known at the cut-off. Who is judged must not depend on the future.";
    }
}
