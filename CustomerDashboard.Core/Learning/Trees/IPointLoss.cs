using System.Runtime.Intrinsics;

namespace CustomerDashboard.Core.Learning.Trees;

/// <summary>The loss of one row by one margin.</summary>
internal interface IPointLoss
{
    /// <summary>No first derivative of a row of weight 1 is larger, whatever its margin; null where that depends on the data.</summary>
    double? GradientBound { get; }

    /// <summary>No second derivative of a row of weight 1 is larger; null where that depends on the data.</summary>
    double? HessianBound { get; }

    (Vector256<double> Gradient, Vector256<double> Hessian) Derive(Vector256<double> margin, Vector256<double> target);

    /// <summary>The margin that is best for rows of this weighted mean target.</summary>
    double BaseMargin(double mean);

    double Loss(double margin, double target);
}
