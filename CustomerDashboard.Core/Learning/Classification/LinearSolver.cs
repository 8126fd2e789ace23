namespace CustomerDashboard.Core.Learning.Classification;

/// <summary>Which way a support vector machine with the linear kernel goes.</summary>
public enum LinearSolver
{
    /// <summary>
    /// Dual coordinate descent: time in proportion to rows x columns. The intercept is the coefficient of a column of ones and shrinks
    /// with the others.
    /// </summary>
    CoordinateDescent,

    /// <summary>Sequential minimal optimisation as for other kernels: the intercept is free, time grows with the square of the rows.</summary>
    SequentialMinimal,
}
