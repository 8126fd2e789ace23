namespace CustomerDashboard.Jobs;

/// <summary>Too many analyses wait already; the message says so to a person.</summary>
public sealed class JobQueueFullException(int waiting)
    : Exception($"{waiting} analyses are waiting already. Try again when some of them are done.");
