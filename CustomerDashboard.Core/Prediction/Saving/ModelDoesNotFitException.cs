namespace CustomerDashboard.Core.Prediction.Saving;

/// <summary>A file lacks what a saved model needs; the message names it and says what to do.</summary>
public sealed class ModelDoesNotFitException(string message) : Exception(message);
