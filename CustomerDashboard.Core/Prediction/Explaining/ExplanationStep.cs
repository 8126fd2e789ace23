namespace CustomerDashboard.Core.Prediction.Explaining;

/// <summary>What one feature does to one customer's forecast: a step of the waterfall from the average customer to this one.</summary>
/// <param name="Feature">Position among the features.</param>
/// <param name="FeatureId">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Value">The customer's value; NaN where it is not known.</param>
/// <param name="ValueText">The value with its unit.</param>
/// <param name="Contribution">Its part on the scale of the explanation (log-odds, or the unit itself).</param>
/// <param name="From">The chance, or the amount, before this step.</param>
/// <param name="To">The same after it.</param>
/// <param name="Sentence">"Placed 12 orders: raises the chance from 43% to 61%."</param>
public sealed record ExplanationStep(
    int Feature, string FeatureId, string Name, double Value, string ValueText, double Contribution, double From, double To, string Sentence);
