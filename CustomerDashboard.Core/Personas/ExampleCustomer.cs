namespace CustomerDashboard.Core.Personas;

/// <summary>The customer nearest to the centre of a segment.</summary>
/// <param name="CustomerId">The id in the file.</param>
/// <param name="Row">The row in the feature table.</param>
/// <param name="Sentence">This customer in plain words.</param>
public sealed record ExampleCustomer(string CustomerId, int Row, string Sentence);
