using System.Globalization;
using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Learning.Clustering;
using CustomerDashboard.Core.Learning.Neighbours;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Segmentation;

/// <summary>
/// Puts new customers into segments: by the rule of the method where it has one, else by vote of the most similar customers. How sure
/// that is, is told by the same vote (nearest neighbours: T. Cover and P. Hart, 1967), or by the mixture's own probabilities.
/// Where a feature is not told that every known customer has, no rule can be asked: those most alike in what was told vote, in as many
/// ways as the unknown feature may turn out. A feature that known customers lack too, such as the days between orders of somebody who
/// ordered once, is filled as theirs. Costs O(n log n) and, in few
/// dimensions, O(log n) for each new customer.
/// </summary>
public static class SegmentAssigner
{
    /// <summary>How many similar customers are asked.</summary>
    public const int Neighbours = 25;

    private const double ImpossibleFactor = 1000;

    /// <summary>Assigns each of the customers.</summary>
    /// <param name="table">The features of the known customers.</param>
    /// <param name="result">Their segmentation.</param>
    /// <param name="solution">The division to put the new ones into, one of the result's.</param>
    /// <param name="customers">The new customers.</param>
    /// <param name="cancellationToken">Checked after each customer.</param>
    /// <exception cref="ArgumentException">There are no segments, or a customer has none of the features used or a value nobody could have.</exception>
    public static IReadOnlyList<SegmentAssignment> Assign(
        CustomerFeatureTable table,
        SegmentationResult result,
        SegmentSolution solution,
        IReadOnlyList<NewCustomer> customers,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(solution);
        ArgumentNullException.ThrowIfNull(customers);
        if (result.Prepared is not { } prepared || !result.HasSegments)
        {
            throw new ArgumentException(result.Failure ?? "There are no segments to put customers into.", nameof(result));
        }

        if (customers.Count == 0)
        {
            return [];
        }

        Matrix values = Values(prepared, customers);
        (double Least, double Most)[] known = [.. prepared.FeatureIds.Select(id => RangeOf(table[id]))];
        RequirePossible(prepared, known, customers, values);
        Matrix points = prepared.Prepare(values);
        int[]? clusters = solution.Model?.Predict(points);
        Matrix? probabilities = solution.Model is GaussianMixtureModel mixture ? mixture.PredictProbabilities(points, cancellationToken) : null;
        var tree = new KdTree(prepared.Points, cancellationToken);
        var search = new NearestNeighbours(tree, Math.Min(Neighbours, prepared.Points.Rows));
        var assignments = new SegmentAssignment[customers.Count];
        for (int i = 0; i < assignments.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            bool[] told = Told(prepared, values.Row(i));
            bool partly = Array.IndexOf(told, false) >= 0;
            int[] similar = partly
                ? PartialSimilarity.MostSimilar(prepared.Points, points.Row(i), told, Neighbours)
                : MostSimilar(tree, search, points.Row(i));
            double[] shares = partly || probabilities is null ? Votes(solution, similar) : Probabilities(solution, probabilities.Row(i));
            int segment = partly ? Largest(shares, -1) : SegmentOf(solution, clusters?[i], shares);
            int other = Largest(shares, segment);
            assignments[i] = new SegmentAssignment(
                customers[i].Id,
                segment,
                shares[segment],
                other < 0 ? null : other,
                other < 0 ? 0 : shares[other],
                similar,
                Notes(prepared, known, values.Row(i), told))
            {
                Unknown = [.. prepared.FeatureNames.Where((_, column) => !told[column])],
            };
        }

        return assignments;
    }

    private static (double Least, double Most) RangeOf(double[] column)
    {
        double least = double.PositiveInfinity;
        double most = double.NegativeInfinity;
        foreach (double value in column)
        {
            if (double.IsFinite(value))
            {
                least = Math.Min(least, value);
                most = Math.Max(most, value);
            }
        }

        return (least, most);
    }

    private static Matrix Values(PreparedFeatures prepared, IReadOnlyList<NewCustomer> customers)
    {
        var values = new Matrix(customers.Count, prepared.FeatureIds.Count);
        for (int row = 0; row < customers.Count; row++)
        {
            int known = 0;
            for (int column = 0; column < prepared.FeatureIds.Count; column++)
            {
                bool found = customers[row].Values.TryGetValue(prepared.FeatureIds[column], out double value) && double.IsFinite(value);
                values[row, column] = found ? value : double.NaN;
                known += found ? 1 : 0;
            }

            if (known == 0)
            {
                throw new ArgumentException(
                    $"'{customers[row].Id}' has no value for any feature the segments were made by: {string.Join(", ", prepared.FeatureNames)}.", nameof(customers));
            }
        }

        return values;
    }

    /// <summary>Values no customer could have are a slip of the hand, not a customer to be classed.</summary>
    private static void RequirePossible(
        PreparedFeatures prepared, (double Least, double Most)[] known, IReadOnlyList<NewCustomer> customers, Matrix values)
    {
        for (int column = 0; column < values.Columns; column++)
        {
            (double least, double most) = known[column];
            for (int row = 0; row < values.Rows; row++)
            {
                double value = values[row, column];
                if (value < 0 && least >= 0)
                {
                    throw new ArgumentException($"'{prepared.FeatureNames[column]}' of '{customers[row].Id}' is below zero, which it cannot be. Type a number from 0.", nameof(customers));
                }

                if (Math.Abs(value) > ImpossibleFactor * Math.Max(1, Math.Max(Math.Abs(least), Math.Abs(most))))
                {
                    throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"'{prepared.FeatureNames[column]}' of '{customers[row].Id}' is more than a thousand times anything known (at most {most:#,##0.##}). Check the number."), nameof(customers));
                }
            }
        }
    }

    /// <summary>What is missing with known customers too is filled as theirs; anything else that is missing is unknown.</summary>
    private static bool[] Told(PreparedFeatures prepared, ReadOnlySpan<double> values)
    {
        var told = new bool[values.Length];
        for (int column = 0; column < told.Length; column++)
        {
            string id = prepared.FeatureIds[column];
            told[column] = !double.IsNaN(values[column]) || prepared.Imputations.Any(imputation => imputation.FeatureId == id);
        }

        return told;
    }

    private static int[] MostSimilar(KdTree tree, NearestNeighbours search, ReadOnlySpan<double> point)
    {
        search.Find(point);
        var rows = new int[search.Positions.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            rows[i] = tree.Order[search.Positions[i]];
        }

        return rows;
    }

    private static int SegmentOf(SegmentSolution solution, int? cluster, double[] shares) => cluster switch
    {
        < 0 when solution.Noise is { } noise => noise.Id,
        >= 0 when cluster < solution.SegmentOfCluster.Count => solution.SegmentOfCluster[cluster.Value],
        _ => Largest(shares, -1),
    };

    private static double[] Votes(SegmentSolution solution, int[] similar)
    {
        var shares = new double[solution.Segments.Count];
        foreach (int row in similar)
        {
            shares[solution.Labels[row]] += 1.0 / similar.Length;
        }

        return shares;
    }

    private static double[] Probabilities(SegmentSolution solution, ReadOnlySpan<double> clusters)
    {
        var shares = new double[solution.Segments.Count];
        for (int cluster = 0; cluster < solution.SegmentOfCluster.Count; cluster++)
        {
            shares[solution.SegmentOfCluster[cluster]] = clusters[cluster];
        }

        return shares;
    }

    private static int Largest(double[] shares, int except)
    {
        int largest = -1;
        for (int segment = 0; segment < shares.Length; segment++)
        {
            if (segment != except && (largest < 0 || shares[segment] > shares[largest]))
            {
                largest = segment;
            }
        }

        return largest;
    }

    private static List<string> Notes(PreparedFeatures prepared, (double Least, double Most)[] known, ReadOnlySpan<double> values, bool[] told)
    {
        var notes = new List<string>();
        for (int column = 0; column < values.Length; column++)
        {
            string name = prepared.FeatureNames[column];
            if (double.IsNaN(values[column]))
            {
                notes.Add(told[column]
                    ? string.Create(CultureInfo.InvariantCulture, $"'{name}' has no value; as with known customers, {prepared.StandIns[column]:0.##} stands in for it.")
                    : $"'{name}' is unknown, so the customers most alike in the rest decide.");
                continue;
            }

            (double least, double most) = known[column];
            if (values[column] < least || values[column] > most)
            {
                notes.Add(string.Create(CultureInfo.InvariantCulture, $"'{name}' of {values[column]:#,##0.##} lies outside everything known, {least:#,##0.##} to {most:#,##0.##}."));
            }
        }

        return notes;
    }
}
