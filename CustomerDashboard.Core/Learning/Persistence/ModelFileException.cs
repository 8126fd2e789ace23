namespace CustomerDashboard.Core.Learning.Persistence;

/// <summary>A file that is no saved model, is damaged, or was written by another version; the message says which and what to do.</summary>
public sealed class ModelFileException(string message, Exception? innerException = null) : Exception(message, innerException);
