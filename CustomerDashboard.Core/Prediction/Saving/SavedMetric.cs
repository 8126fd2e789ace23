namespace CustomerDashboard.Core.Prediction.Saving;

/// <summary>How good a saved model was when it was saved.</summary>
/// <param name="View">"forward", "holdOut" or "crossValidation".</param>
/// <param name="Name">The figure ("ROC-AUC").</param>
/// <param name="Value">Its value.</param>
/// <param name="Lower">The lower 95 % limit; NaN where there is none.</param>
/// <param name="Upper">The upper limit.</param>
/// <param name="Customers">Customers tested.</param>
public sealed record SavedMetric(string View, string Name, double Value, double Lower, double Upper, int Customers);
