namespace CustomerDashboard.Core.Prediction.Judging;

/// <summary>What the leading model says of one customer now.</summary>
/// <param name="Customer">Index into the customers of the source (cleaned file, or feature table).</param>
/// <param name="CustomerId">The id.</param>
/// <param name="Value">Probability of yes, probability of the class given, or the number foretold.</param>
/// <param name="Class">The most probable class of a question of several; else null.</param>
/// <param name="LastYearSpend">Spend of the year before now (or of the shorter history); null where there are no purchases.</param>
/// <param name="ValueAtRisk">For churn: probability of staying away x spend of the last year; else null.</param>
public sealed record CustomerScore(int Customer, string CustomerId, double Value, int? Class, double? LastYearSpend, double? ValueAtRisk);
