using System.Globalization;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>Rows of numbers and categories with the ranges and weights by which <see cref="Gower"/> compares them.</summary>
public sealed class GowerSpace
{
    private const int RowsPerPiece = 16;

    // Numbers divided by the range and multiplied by the weight of their column: then a contribution is a plain difference.
    private readonly double[][] _scaled;
    private readonly int[][] _codes;
    private readonly double[] _lowest;
    private readonly double[] _factors;
    private readonly double[] _weights;

    internal GowerSpace(Matrix? numeric, IReadOnlyList<int[]> categories, IReadOnlyList<double>? weights)
    {
        int numbers = numeric?.Columns ?? 0;
        if (numbers + categories.Count == 0)
        {
            throw new ArgumentException("There are no columns to compare the rows by.", nameof(numeric));
        }

        Count = numbers > 0 ? numeric!.Rows : categories[0].Length;
        _weights = CheckedWeights(weights, numbers + categories.Count);
        _codes = CheckedCodes(categories, Count);
        _scaled = new double[numbers][];
        _lowest = new double[numbers];
        _factors = new double[numbers];
        for (int column = 0; column < numbers; column++)
        {
            _scaled[column] = numeric!.Column(column);
            (_lowest[column], double range) = Range(_scaled[column], column);
            _factors[column] = range > 0 ? _weights[column] / range : 0;
            Scale(_scaled[column], column);
        }

        RequireValues();
    }

    /// <summary>How many rows there are.</summary>
    public int Count { get; }

    /// <summary>The distances between all rows.</summary>
    /// <param name="degreeOfParallelism">The most threads to use, null for one per processor. The result does not depend on it.</param>
    /// <param name="cancellationToken">Checked every few rows.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are more than <see cref="CondensedDistances.MaximumCount"/> rows.</exception>
    public CondensedDistances Distances(int? degreeOfParallelism = null, CancellationToken cancellationToken = default)
    {
        var result = new CondensedDistances(Count);
        ParallelWork.Run(
            (Count + RowsPerPiece - 1) / RowsPerPiece,
            degreeOfParallelism,
            piece =>
            {
                var sums = new double[Count];
                var weights = new double[Count];
                for (int row = piece * RowsPerPiece; row < Math.Min(Count, (piece + 1) * RowsPerPiece); row++)
                {
                    Span<float> distances = result.RowAfter(row);
                    Compare(row, sums.AsSpan(0, distances.Length), weights.AsSpan(0, distances.Length));
                    for (int i = 0; i < distances.Length; i++)
                    {
                        distances[i] = (float)Mean(sums[i], weights[i]);
                    }
                }
            },
            cancellationToken);
        return result;
    }

    /// <summary>The distance between a row and another one that need not be among them.</summary>
    /// <param name="row">One of the rows.</param>
    /// <param name="numbers">The other row's numbers, NaN where missing; beyond the range of a column they count as its end.</param>
    /// <param name="codes">The other row's categories, -1 where missing; a category never seen differs from all.</param>
    /// <exception cref="ArgumentException">The other row has not as many numbers or categories.</exception>
    public double Between(int row, ReadOnlySpan<double> numbers, ReadOnlySpan<int> codes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(row);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, Count);
        if (numbers.Length != _scaled.Length || codes.Length != _codes.Length)
        {
            throw new ArgumentException(
                $"The rows have {_scaled.Length} numbers and {_codes.Length} categories, the other one {numbers.Length} and {codes.Length}.");
        }

        double sum = 0;
        double weight = 0;
        for (int column = 0; column < numbers.Length; column++)
        {
            double difference = Math.Abs(_scaled[column][row] - ((numbers[column] - _lowest[column]) * _factors[column]));
            if (!double.IsNaN(difference))
            {
                sum += Math.Min(_weights[column], difference);
                weight += _weights[column];
            }
        }

        for (int column = 0; column < codes.Length; column++)
        {
            int own = _codes[column][row];
            if (own >= 0 && codes[column] >= 0)
            {
                sum += own == codes[column] ? 0 : _weights[_scaled.Length + column];
                weight += _weights[_scaled.Length + column];
            }
        }

        return Mean(sum, weight);
    }

    /// <summary>The distances of new rows to some of the rows, usually medoids (m x k), for <see cref="KMedoidsModel.Assign"/>.</summary>
    /// <param name="rows">The k rows to compare with.</param>
    /// <param name="numeric">The new rows' numbers (m x d); null when there are no numeric columns.</param>
    /// <param name="categories">The new rows' categories, one array of m codes per column.</param>
    /// <exception cref="ArgumentException">The columns are not those of the fit, or differ in length.</exception>
    public Matrix DistancesTo(IReadOnlyList<int> rows, Matrix? numeric, IReadOnlyList<int[]>? categories = null)
    {
        ArgumentNullException.ThrowIfNull(rows);
        categories ??= [];
        int count = numeric?.Rows ?? (categories.Count > 0 ? categories[0].Length : 0);
        int[][] checkedCodes = CheckedCodes(categories, count);
        var result = new Matrix(count, rows.Count);
        var codes = new int[categories.Count];
        for (int other = 0; other < count; other++)
        {
            for (int column = 0; column < codes.Length; column++)
            {
                codes[column] = checkedCodes[column][other];
            }

            for (int i = 0; i < rows.Count; i++)
            {
                result[other, i] = Between(rows[i], numeric is null ? [] : numeric.Row(other), codes);
            }
        }

        return result;
    }

    private static double Mean(double sum, double weight) => weight > 0 ? sum / weight : 1;

    /// <summary>Sums the contributions and weights of one row against all after it.</summary>
    private void Compare(int row, Span<double> sums, Span<double> weights)
    {
        sums.Clear();
        weights.Clear();
        for (int column = 0; column < _scaled.Length; column++)
        {
            double own = _scaled[column][row];
            double weight = _weights[column];
            ReadOnlySpan<double> others = _scaled[column].AsSpan(row + 1, sums.Length);
            for (int i = 0; i < others.Length; i++)
            {
                // Not a number on either side makes the difference not a number, which is equal to nothing.
                double difference = Math.Abs(own - others[i]);
                bool both = difference >= 0;
                sums[i] += both ? difference : 0;
                weights[i] += both ? weight : 0;
            }
        }

        for (int column = 0; column < _codes.Length; column++)
        {
            int own = _codes[column][row];
            double weight = _weights[_scaled.Length + column];
            ReadOnlySpan<int> others = _codes[column].AsSpan(row + 1, sums.Length);
            for (int i = 0; own >= 0 && i < others.Length; i++)
            {
                sums[i] += others[i] >= 0 && others[i] != own ? weight : 0;
                weights[i] += others[i] >= 0 ? weight : 0;
            }
        }
    }

    private void Scale(double[] column, int index)
    {
        for (int row = 0; row < column.Length; row++)
        {
            column[row] = (column[row] - _lowest[index]) * _factors[index];
        }
    }

    private static (double Lowest, double Range) Range(double[] column, int index)
    {
        double lowest = double.PositiveInfinity;
        double highest = double.NegativeInfinity;
        for (int row = 0; row < column.Length; row++)
        {
            if (double.IsInfinity(column[row]))
            {
                throw new ArgumentException($"Numeric column {index + 1} has an infinite value in row {row + 1}; fill or remove it first.");
            }

            lowest = column[row] < lowest ? column[row] : lowest;
            highest = column[row] > highest ? column[row] : highest;
        }

        return lowest > highest ? (0, 0) : (lowest, highest - lowest);
    }

    private static double[] CheckedWeights(IReadOnlyList<double>? weights, int columns)
    {
        var result = new double[columns];
        Array.Fill(result, 1);
        double sum = columns;
        if (weights is not null)
        {
            if (weights.Count != columns)
            {
                throw new ArgumentException($"There are {columns} columns and {weights.Count} weights.", nameof(weights));
            }

            sum = 0;
            for (int column = 0; column < columns; column++)
            {
                result[column] = weights[column];
                sum += weights[column] >= 0 ? weights[column] : double.NaN;
            }
        }

        return sum > 0 && double.IsFinite(sum)
            ? result
            : throw new ArgumentException("The weights must be numbers of at least 0, and one of them greater.", nameof(weights));
    }

    private static int[][] CheckedCodes(IReadOnlyList<int[]> categories, int count)
    {
        var codes = new int[categories.Count][];
        for (int column = 0; column < codes.Length; column++)
        {
            codes[column] = categories[column];
            if (codes[column].Length != count)
            {
                throw new ArgumentException($"Categorical column {column + 1} has {codes[column].Length} rows, the others have {count}.", nameof(categories));
            }

            int wrong = codes[column].AsSpan().IndexOfAnyExceptInRange(-1, int.MaxValue);
            if (wrong >= 0)
            {
                throw new ArgumentException(
                    string.Create(CultureInfo.InvariantCulture, $"Categorical column {column + 1} has the code {codes[column][wrong]} in row {wrong + 1}; codes begin at 0, and -1 stands for a missing value."), nameof(categories));
            }
        }

        return codes;
    }

    private void RequireValues()
    {
        for (int row = 0; row < Count; row++)
        {
            bool any = false;
            for (int column = 0; column < _scaled.Length && !any; column++)
            {
                any = !double.IsNaN(_scaled[column][row]);
            }

            for (int column = 0; column < _codes.Length && !any; column++)
            {
                any = _codes[column][row] >= 0;
            }

            if (!any)
            {
                throw new ArgumentException($"Row {row + 1} has no value in any column, so it cannot be compared with others; leave it out.");
            }
        }
    }
}
