using System.IO.Pipelines;
using System.Text;
using CustomerDashboard.Core.Sampling;

namespace CustomerDashboard.Workspaces;

/// <summary>Writes the synthetic retailer straight into a new workspace, without a file in between.</summary>
internal static class SampleFile
{
    /// <returns>The record of the workspace that now holds it.</returns>
    public static async Task<WorkspaceRecord> CreateAsync(WorkspaceStore store, SampleOptions options, string name, CancellationToken cancellationToken)
    {
        var pipe = new Pipe();
        Task writing = Task.Run(() => WriteAsync(pipe.Writer, options, cancellationToken), CancellationToken.None);
        WorkspaceRecord record;
        try
        {
            record = await store.CreateAsync(pipe.Reader.AsStream(), "sample.csv", long.MaxValue, name, cancellationToken);
        }
        catch (Exception e)
        {
            // A store that gave up reads no more: the writer, who waits for room in the pipe, must not wait for ever.
            await pipe.Reader.CompleteAsync(e);
            await writing;
            throw;
        }

        await writing;
        return record;
    }

    private static async Task WriteAsync(PipeWriter writer, SampleOptions options, CancellationToken cancellationToken)
    {
        Exception? failure = null;
        try
        {
            await using var text = new StreamWriter(writer.AsStream(leaveOpen: true), new UTF8Encoding(false), 1 << 16);
            SampleRetailer.WriteTransactions(text, options, null, cancellationToken);
        }
#pragma warning disable CA1031 // Whatever went wrong is handed to the reader, who would wait for ever otherwise.
        catch (Exception e)
#pragma warning restore CA1031
        {
            failure = e;
        }

        await writer.CompleteAsync(failure);
    }
}
