using CustomerDashboard.Core.Learning.Explanation;

namespace CustomerDashboard.Core.Prediction.Explaining;

/// <summary>Why one customer has this forecast: from the average customer, feature by feature, the largest effect first.</summary>
/// <param name="Start">The chance, or the amount, before anything is known of the customer.</param>
/// <param name="Prediction">The customer's own.</param>
/// <param name="Steps">One per feature, from <paramref name="Start"/> to <paramref name="Prediction"/>.</param>
/// <param name="Method">How the parts were found.</param>
/// <param name="Error">The largest standard error of a part, in points of the chance or in the amount's unit; null where parts are exact.</param>
/// <param name="Sentence">The most important of it in words.</param>
public sealed record CustomerExplanation(
    double Start, double Prediction, IReadOnlyList<ExplanationStep> Steps, ExplanationMethod Method, double? Error, string Sentence);
