namespace CustomerDashboard.Core.Segmentation;

/// <summary>New customers read from text.</summary>
/// <param name="Customers">Those that can be used.</param>
/// <param name="Problems">What could not be used and why, each with its line.</param>
/// <param name="Unread">Columns that no feature is called by, in the file's words.</param>
public sealed record NewCustomerReading(IReadOnlyList<NewCustomer> Customers, IReadOnlyList<string> Problems, IReadOnlyList<string> Unread);
