namespace CustomerDashboard.Core.Cleaning;

/// <summary>How this file seems to mark cancellations, with the evidence.</summary>
/// <param name="Options">The options that would find them.</param>
/// <param name="Invoices">How many distinct invoices would be cancellations.</param>
/// <param name="Reason">The evidence, in words.</param>
public sealed record CancellationProposal(CancellationOptions Options, int Invoices, string Reason);
