using System.Security.Cryptography;
using CustomerDashboard.Core.Analysis;
using CustomerDashboard.Core.Reporting;

namespace CustomerDashboard.Workspaces;

/// <summary>The file of customer attributes that belongs to a workspace, in its folder.</summary>
internal static class AttributesFile
{
    private const string Name = "attributes.bin";

    /// <summary>What the pipeline needs to know of it; null when the record has none.</summary>
    public static AttributeSource? Of(WorkspaceStore store, WorkspaceRecord record) => record is { AttributesFile: { } file, AttributesSha256: { } sha256 }
        ? new AttributeSource(Path.Combine(store.FolderOf(record.Id), Name), file, sha256)
        : null;

    /// <summary>Takes a file in while it arrives, in the place of the one before; cut off midway it changes nothing.</summary>
    /// <exception cref="UploadTooLargeException">The file is larger than allowed.</exception>
    /// <exception cref="WorkspaceException">There is no such workspace.</exception>
    public static async Task<WorkspaceRecord> ReceiveAsync(
        WorkspaceStore store, string id, Stream content, string fileName, long maximumBytes, CancellationToken cancellationToken)
    {
        string folder = store.FolderOf(id);
        string partial = Path.Combine(folder, $"{Name}.{RandomNumberGenerator.GetHexString(8, lowercase: true)}{AtomicFile.PartialSuffix}");
        try
        {
            var (_, sha256) = await SourceFile.ReceiveAsync(content, partial, maximumBytes, cancellationToken);
            File.Move(partial, Path.Combine(folder, Name), overwrite: true);
            return store.Update(id, record => record with { AttributesFile = DisplayName.OfFile(fileName), AttributesSha256 = sha256 });
        }
        catch
        {
            File.Delete(partial);
            throw;
        }
    }

    /// <summary>Takes the attributes away again.</summary>
    /// <exception cref="WorkspaceException">There is no such workspace.</exception>
    public static WorkspaceRecord Remove(WorkspaceStore store, string id)
    {
        WorkspaceRecord record = store.Update(id, kept => kept with { AttributesFile = null, AttributesSha256 = null });
        File.Delete(Path.Combine(store.FolderOf(id), Name));
        return record;
    }
}
