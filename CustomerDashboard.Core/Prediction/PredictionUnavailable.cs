namespace CustomerDashboard.Core.Prediction;

/// <summary>A prediction that cannot be made from these data, in words to show in its place.</summary>
/// <param name="Problem">The kind of problem.</param>
/// <param name="Found">What was found, one sentence ("The file covers 41 days, the outcome window is 90 days.").</param>
/// <param name="Remedy">What would work instead, one sentence.</param>
public sealed record PredictionUnavailable(PredictionProblem Problem, string Found, string Remedy)
{
    public string Message => $"{Found} {Remedy}";
}
