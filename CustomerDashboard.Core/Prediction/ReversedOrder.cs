namespace CustomerDashboard.Core.Prediction;

/// <summary>An order that its customer cancelled in full within 24 hours.</summary>
public sealed record ReversedOrder(string CustomerId, string Invoice, DateTime Placed, DateTime Cancelled, double Amount);
