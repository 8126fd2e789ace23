using CustomerDashboard.Core.DataImport;
using CustomerDashboard.Core.Numerics;
using CustomerDashboard.Core.Transactions;

namespace CustomerDashboard.Jobs;

/// <summary>Puts a failure into words for the person whose work it was.</summary>
public static class JobFailure
{
    public static string Describe(Exception failure) => failure switch
    {
        ImportException or TableFileException => failure.Message,
        AggregateException { InnerExceptions.Count: 1 } one => Describe(one.InnerExceptions[0]),
        ArgumentException => PlainMessage.Of(failure),
        OutOfMemoryException => "There is not enough memory for this file on this machine. Close other workspaces or use a smaller file.",
        UnauthorizedAccessException => $"A file could not be opened: {failure.Message}",
        IOException => $"The disk said: {failure.Message}",
        _ => $"Something went wrong that should not have: {failure.Message} ({failure.GetType().Name}). The earlier results are kept.",
    };
}
