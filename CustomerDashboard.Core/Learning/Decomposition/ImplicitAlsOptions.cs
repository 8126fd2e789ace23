namespace CustomerDashboard.Core.Learning.Decomposition;

/// <summary>Options of <see cref="ImplicitAls"/>.</summary>
public sealed record ImplicitAlsOptions
{
    /// <summary>How many factors describe a row and a column.</summary>
    public int Factors { get; init; } = 64;

    /// <summary>How often the factors of rows and of columns are fitted in turn.</summary>
    public int Rounds { get; init; } = 15;

    /// <summary>How strongly factors are held to zero; more suits smaller data.</summary>
    public double Regularisation { get; init; } = 0.01;

    /// <summary>How much confidence each unit of a value adds to that of a zero, which is 1.</summary>
    public double Confidence { get; init; } = 1;

    /// <summary>Steps of conjugate gradients for each row and round; they begin at the factors of the round before.</summary>
    public int Steps { get; init; } = 3;

    /// <summary>Chooses the factors begun with.</summary>
    public int Seed { get; init; } = 42;

    /// <summary>The most threads to use; null for one per processor. The result does not depend on it.</summary>
    public int? DegreeOfParallelism { get; init; }

    /// <summary>Checks the options.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public void Validate()
    {
        if (Factors is < 1 or > 1024)
        {
            throw new ArgumentOutOfRangeException(nameof(Factors), Factors, "Factors lie between 1 and 1,024; 32 to 128 suit most shops.");
        }

        if (Rounds is < 1 or > 1000)
        {
            throw new ArgumentOutOfRangeException(nameof(Rounds), Rounds, "Rounds lie between 1 and 1,000; 15 are usually enough.");
        }

        if (!(Regularisation > 0) || !double.IsFinite(Regularisation))
        {
            throw new ArgumentOutOfRangeException(nameof(Regularisation), Regularisation, "The regularisation must be above 0, for example 0.01.");
        }

        if (!(Confidence > 0) || !double.IsFinite(Confidence))
        {
            throw new ArgumentOutOfRangeException(nameof(Confidence), Confidence, "The confidence of a unit must be above 0, for example 1.");
        }

        if (Steps < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(Steps), Steps, "At least one step is needed; 3 are usually enough.");
        }

        if (DegreeOfParallelism is < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(DegreeOfParallelism), DegreeOfParallelism, "At least one thread is needed.");
        }
    }
}
