using CustomerDashboard.Core.Features;

namespace CustomerDashboard.Core.Segmentation;

/// <summary>Features from purchases with attributes beside them.</summary>
/// <param name="Table">The features of every customer with purchases.</param>
/// <param name="Notes">What to know of it, in plain words.</param>
public sealed record JoinedAttributes(CustomerFeatureTable Table, IReadOnlyList<string> Notes);
