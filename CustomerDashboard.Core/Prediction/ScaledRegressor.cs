using CustomerDashboard.Core.Learning.Preprocessing;
using CustomerDashboard.Core.Learning.Regression;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Prediction;

/// <summary>
/// Linear regression of spend over standardised features; nobody spends less than nothing, so a negative forecast is
/// raised to 0. The features stay in their own units: spend to come is close to proportional to spend so far, and
/// taking logs of one side only would bend that line.
/// </summary>
internal sealed class ScaledRegressor : IRegressor
{
    public string Name => "Linear regression";

    public static ScaledRegressorModel Fit(Matrix points, ReadOnlySpan<double> targets, CancellationToken cancellationToken)
    {
        ScalerModel scaler = StandardScaler.Fit(points);
        LinearRegressionModel model = LinearRegression.Fit(scaler.Transform(points), targets, null, null, cancellationToken);
        return new ScaledRegressorModel(scaler, model);
    }

    IRegressorModel IRegressor.Fit(
        Matrix points, ReadOnlySpan<double> targets, IProgress<WorkProgress>? progress, CancellationToken cancellationToken) =>
        Fit(points, targets, cancellationToken);
}
