using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Preprocessing;

/// <summary>A fitted change of columns; every row is changed alone.</summary>
public interface IPreprocessingModel
{
    /// <summary>The number of columns it was fitted on.</summary>
    int InputColumns { get; }

    /// <summary>The number of columns it gives.</summary>
    int OutputColumns { get; }

    /// <summary>A changed copy of the rows.</summary>
    /// <exception cref="ArgumentException">The number of columns differs from the fitted one.</exception>
    Matrix Transform(Matrix points);

    /// <summary>What the columns given are called.</summary>
    /// <param name="inputNames">What the fitted columns are called.</param>
    IReadOnlyList<string> OutputNames(IReadOnlyList<string> inputNames);

    /// <summary>The fitted column that a column given is made of; the same one where a step changes columns in their places.</summary>
    int SourceOf(int outputColumn) => outputColumn;
}
