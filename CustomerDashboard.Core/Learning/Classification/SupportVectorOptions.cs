using CustomerDashboard.Core.Learning.Preprocessing;

namespace CustomerDashboard.Core.Learning.Classification;

/// <summary>Settings of <see cref="SupportVectorClassifier"/>.</summary>
public sealed record SupportVectorOptions
{
    /// <summary>How the likeness of two rows is measured.</summary>
    public SupportVectorKernel Kernel { get; init; } = SupportVectorKernel.Rbf;

    /// <summary>The price of a row on the wrong side of its margin: the larger, the closer the border follows the rows.</summary>
    public double C { get; init; } = 1;

    /// <summary>
    /// How quickly likeness fades with the squared distance (RBF); null for 1 / (d x variance of all values), which suits columns on
    /// one scale.
    /// </summary>
    public double? Gamma { get; init; }

    /// <summary>How much a row counts by its class.</summary>
    public ClassWeights ClassWeights { get; init; } = ClassWeights.None;

    /// <summary>Which way the linear kernel goes.</summary>
    public LinearSolver LinearSolver { get; init; } = LinearSolver.Newton;

    /// <summary>Stops when no pair of rows violates the conditions of the optimum by more than this.</summary>
    public double Tolerance { get; init; } = 1e-3;

    /// <summary>Folds of the cross-validation whose margins become probabilities.</summary>
    public int CalibrationFolds { get; init; } = 5;

    /// <summary>Chooses the folds and the sample of <see cref="LearnFromSample"/>.</summary>
    public int Seed { get; init; } = 42;

    /// <summary>The most rows to learn from where time grows with their square: every way but Newton's.</summary>
    public int MaxRows { get; init; } = 20_000;

    /// <summary>Whether to learn from a stratified sample of <see cref="MaxRows"/> rows where there are more, rather than refuse.</summary>
    public bool LearnFromSample { get; init; }

    /// <summary>Room for kernel values; rows that do not fit are computed again when needed.</summary>
    public int CacheMegabytes { get; init; } = 256;

    /// <summary>The most threads to use; null for one per processor. The result does not depend on it.</summary>
    public int? DegreeOfParallelism { get; init; }

    /// <summary>Checks every value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public void Validate()
    {
        Require(Enum.IsDefined(Kernel), nameof(Kernel), Kernel, "This kernel is unknown.");
        Require(Enum.IsDefined(LinearSolver), nameof(LinearSolver), LinearSolver, "This solver is unknown.");
        Require(C > 0 && double.IsFinite(C), nameof(C), C, "The price C must be a positive number.");
        Require(Gamma is null || (Gamma > 0 && double.IsFinite(Gamma.Value)), nameof(Gamma), Gamma, "Gamma must be a positive number.");
        Require(Tolerance > 0, nameof(Tolerance), Tolerance, "The tolerance must be positive.");
        Require(CalibrationFolds >= 2, nameof(CalibrationFolds), CalibrationFolds, "Calibration needs at least two folds.");
        Require(MaxRows >= 2, nameof(MaxRows), MaxRows, "At least two rows are needed.");
        Require(CacheMegabytes >= 1, nameof(CacheMegabytes), CacheMegabytes, "At least one megabyte is needed.");
        Require(DegreeOfParallelism is null or >= 1, nameof(DegreeOfParallelism), DegreeOfParallelism, "At least one thread is needed.");
        ArgumentNullException.ThrowIfNull(ClassWeights);
    }

    private static void Require(bool holds, string name, object? value, string message)
    {
        if (!holds)
        {
            throw new ArgumentOutOfRangeException(name, value, message);
        }
    }
}
