namespace CustomerDashboard.Core.Learning.Metrics;

/// <summary>What contacting everyone with a score of at least <paramref name="Threshold"/> is expected to cost and bring.</summary>
/// <param name="Threshold">The score; positive infinity for contacting nobody.</param>
/// <param name="Contacts">How many are contacted.</param>
/// <param name="ExpectedYes">How many of them are yes: counted where answers are known, the sum of probabilities where not.</param>
/// <param name="Cost">Contacts and offers together.</param>
/// <param name="Profit">What comes in less the cost.</param>
public readonly record struct ProfitPoint(double Threshold, int Contacts, double ExpectedYes, double Cost, double Profit);
