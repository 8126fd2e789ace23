namespace CustomerDashboard.Workspaces;

/// <summary>A workspace that is not there or cannot be read back; the message is for a person.</summary>
public sealed class WorkspaceException(string message, Exception? innerException = null) : Exception(message, innerException);
