namespace CustomerDashboard.Core.Sampling;

/// <summary>One planted customer.</summary>
/// <param name="Id">The id in the file.</param>
/// <param name="Segment">What the customer really is.</param>
/// <param name="Country">Where the goods go.</param>
/// <param name="FavouriteTheme">The theme the customer buys most of.</param>
public readonly record struct SampleCustomer(int Id, SampleSegment Segment, string Country, int FavouriteTheme);
