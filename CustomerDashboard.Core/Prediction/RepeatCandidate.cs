using CustomerDashboard.Core.Learning.Classification;

namespace CustomerDashboard.Core.Prediction;

/// <summary>One way of answering who buys again.</summary>
internal sealed record RepeatCandidate(string Id, string Name, bool IsBaseline, string Description, IClassifier Classifier);
