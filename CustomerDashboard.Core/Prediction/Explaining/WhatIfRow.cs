namespace CustomerDashboard.Core.Prediction.Explaining;

/// <summary>A customer's features after some were changed and others followed.</summary>
internal sealed record WhatIfRow(double[] Values, IReadOnlyList<string> Followed, string Held, IReadOnlyList<string> Warnings);
