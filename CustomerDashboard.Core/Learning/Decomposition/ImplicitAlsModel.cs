namespace CustomerDashboard.Core.Learning.Decomposition;

/// <summary>Factors of rows and columns fitted by <see cref="ImplicitAls"/>; the product of a row's and a column's is about 1 where they belong together.</summary>
public sealed class ImplicitAlsModel
{
    private readonly FactorGram _gram;
    private readonly ImplicitAlsOptions _options;

    internal ImplicitAlsModel(FactorTable rows, FactorTable columns, ImplicitAlsOptions options)
    {
        RowFactors = rows;
        ColumnFactors = columns;
        _options = options;
        _gram = FactorGram.Of(columns, options.Regularisation, options.DegreeOfParallelism, CancellationToken.None);
    }

    /// <summary>The factors of each row.</summary>
    public FactorTable RowFactors { get; }

    /// <summary>The factors of each column.</summary>
    public FactorTable ColumnFactors { get; }

    /// <summary>The factors of a row that was not fitted, with the columns as they are (folding in).</summary>
    /// <param name="columns">The columns in which it has a value.</param>
    /// <param name="values">Those values.</param>
    /// <returns>As many values as there are factors; zeros for an empty row.</returns>
    public float[] FoldIn(ReadOnlySpan<int> columns, ReadOnlySpan<float> values)
    {
        var factors = new float[ColumnFactors.Stride];
        // Nothing is known to begin with, so it takes more steps than a row of a fit.
        new FactorSolver(ColumnFactors, _gram, (float)_options.Confidence, Math.Max(_options.Steps, 2 * Math.Min(ColumnFactors.Factors, 20)))
            .Solve(columns, values, factors);
        return factors[..ColumnFactors.Factors];
    }
}
