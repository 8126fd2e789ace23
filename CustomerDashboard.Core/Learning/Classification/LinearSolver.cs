namespace CustomerDashboard.Core.Learning.Classification;

/// <summary>Which way a support vector machine with the linear kernel goes.</summary>
public enum LinearSolver
{
    /// <summary>
    /// Newton's method on the coefficients with the squared hinge loss: time in proportion to rows x columns^2, for any number of rows.
    /// </summary>
    Newton,

    /// <summary>Sequential minimal optimisation with the plain hinge loss as for other kernels: time grows with the square of the rows.</summary>
    SequentialMinimal,
}
