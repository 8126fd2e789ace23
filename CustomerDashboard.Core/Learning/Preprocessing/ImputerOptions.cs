namespace CustomerDashboard.Core.Learning.Preprocessing;

/// <summary>Settings of <see cref="Imputer"/>.</summary>
public sealed record ImputerOptions
{
    /// <summary>What stands in for a missing value.</summary>
    public ImputationMethod Method { get; init; } = ImputationMethod.Median;

    /// <summary>The number for <see cref="ImputationMethod.Constant"/>.</summary>
    public double Constant { get; init; }

    /// <summary>Whether each column with gaps among the training rows gets another one that is 1 where a value was missing.</summary>
    public bool AddIndicators { get; init; }

    /// <summary>Checks every value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public void Validate()
    {
        if (!Enum.IsDefined(Method))
        {
            throw new ArgumentOutOfRangeException(nameof(Method), Method, "This way of filling gaps is unknown.");
        }

        if (!double.IsFinite(Constant))
        {
            throw new ArgumentOutOfRangeException(nameof(Constant), Constant, "Gaps can be filled with a number only.");
        }
    }
}
