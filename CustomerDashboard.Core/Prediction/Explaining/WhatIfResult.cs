namespace CustomerDashboard.Core.Prediction.Explaining;

/// <summary>What the forecast would be if a customer were different.</summary>
/// <param name="Row">The customer's features after the change.</param>
/// <param name="Followed">One sentence for each feature that follows from those changed and was moved with them.</param>
/// <param name="Held">A sentence on features that would move in life and were held as they are; empty where there are none.</param>
/// <param name="Warnings">Values outside of what the model has seen, and values that contradict each other.</param>
/// <param name="Before">The explanation of the customer as is.</param>
/// <param name="After">The explanation of the changed customer.</param>
/// <param name="Sentence">How the forecast moves.</param>
public sealed record WhatIfResult(
    double[] Row,
    IReadOnlyList<string> Followed,
    string Held,
    IReadOnlyList<string> Warnings,
    CustomerExplanation Before,
    CustomerExplanation After,
    string Sentence);
