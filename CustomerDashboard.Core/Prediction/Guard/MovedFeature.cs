namespace CustomerDashboard.Core.Prediction.Guard;

/// <summary>A feature that changed though only lines after the cut-off were touched: it knows the future.</summary>
/// <param name="Feature">Position among the features.</param>
/// <param name="Name">Its name.</param>
/// <param name="Customers">For how many customers it changed.</param>
/// <param name="Largest">The largest change.</param>
public sealed record MovedFeature(int Feature, string Name, int Customers, double Largest);
