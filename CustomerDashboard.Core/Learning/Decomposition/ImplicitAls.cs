using System.Runtime.CompilerServices;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Decomposition;

/// <summary>
/// Matrix factorisation of implicit feedback by alternating least squares (Y. Hu, Y. Koren, C. Volinsky, "Collaborative filtering
/// for implicit feedback datasets", ICDM 2008): every entry says yes with a confidence of 1 + c r, every zero says no with a
/// confidence of 1. Costs O(rounds (entries k + (n + d) k^2)) for k factors. Works in single precision with sums in a fixed
/// order, so that the result depends neither on the number of threads nor on the machine.
/// </summary>
public static class ImplicitAls
{
    private const int Block = 64;

    /// <summary>Fits factors of the rows and columns of <paramref name="values"/>.</summary>
    /// <param name="values">Not negative; what is stored counts as an entry.</param>
    /// <param name="options">Factors, rounds and regularisation.</param>
    /// <param name="start">Factors of the columns to begin with, from a fit on data like these; then a few rounds are enough. Null begins at random.</param>
    /// <param name="progress">Told after each round.</param>
    /// <param name="cancellationToken">Stops the fit.</param>
    /// <exception cref="ArgumentException">A value is negative, the shapes do not fit, or an option cannot be used.</exception>
    public static ImplicitAlsModel Fit(
        SparseMatrix values, ImplicitAlsOptions? options = null, FactorTable? start = null, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(values);
        options ??= new ImplicitAlsOptions();
        options.Validate();
        RequireUsable(values, options, start);
        var byRow = new Entries(values);
        var byColumn = new Entries(values.Transpose());
        var random = new RandomSource(options.Seed);
        FactorTable rows = Beginning(values.Rows, options.Factors, random.Split(0));
        FactorTable columns = start is null ? Beginning(values.Columns, options.Factors, random.Split(1)) : Copy(start);
        for (int round = 0; round < options.Rounds; round++)
        {
            Improve(byRow, rows, columns, options, cancellationToken);
            Improve(byColumn, columns, rows, options, cancellationToken);
            progress?.Report(new WorkProgress("Learning tastes", (round + 1.0) / options.Rounds, round + 1, "rounds"));
        }

        return new ImplicitAlsModel(rows, columns, options);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Improve(Entries entries, FactorTable factors, FactorTable others, ImplicitAlsOptions options, CancellationToken cancellationToken)
    {
        FactorGram gram = FactorGram.Of(others, options.Regularisation, options.DegreeOfParallelism, cancellationToken);
        ParallelWork.Run(
            (factors.Count + Block - 1) / Block,
            options.DegreeOfParallelism,
            piece =>
            {
                var solver = new FactorSolver(others, gram, (float)options.Confidence, options.Steps);
                for (int i = piece * Block; i < Math.Min(factors.Count, (piece + 1) * Block); i++)
                {
                    int from = entries.Starts[i];
                    int count = entries.Starts[i + 1] - from;
                    solver.Solve(entries.Indices.AsSpan(from, count), entries.Values.AsSpan(from, count), factors.Padded(i));
                }
            },
            cancellationToken);
    }

    private static void RequireUsable(SparseMatrix values, ImplicitAlsOptions options, FactorTable? start)
    {
        if (values.Rows == 0 || values.Columns == 0)
        {
            throw new ArgumentException($"Factors need rows and columns, not {values.Rows} x {values.Columns}.", nameof(values));
        }

        if (start is not null && (start.Count != values.Columns || start.Factors != options.Factors))
        {
            throw new ArgumentException(
                $"The factors to begin with are {start.Count} x {start.Factors}; {values.Columns} x {options.Factors} are needed.", nameof(start));
        }

        foreach (double value in values.Values)
        {
            if (value < 0)
            {
                throw new ArgumentException("A value is negative; implicit feedback only says how much, never how little.", nameof(values));
            }
        }
    }

    private static FactorTable Beginning(int count, int factors, RandomSource random)
    {
        var table = new FactorTable(count, factors);
        for (int i = 0; i < count; i++)
        {
            Span<float> row = table.Padded(i)[..factors];
            for (int f = 0; f < factors; f++)
            {
                row[f] = (float)((random.NextDouble() - 0.5) / Math.Sqrt(factors));
            }
        }

        return table;
    }

    private static FactorTable Copy(FactorTable source)
    {
        var copy = new FactorTable(source.Count, source.Factors);
        source.Values.CopyTo(copy.Values, 0);
        return copy;
    }

    private sealed class Entries(SparseMatrix matrix)
    {
        public int[] Starts { get; } = matrix.RowStarts;

        public int[] Indices { get; } = matrix.ColumnIndices;

        public float[] Values { get; } = Array.ConvertAll(matrix.Values, value => (float)value);
    }
}
