using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CustomerDashboard.Core.Analysis;
using CustomerDashboard.Core.Reporting;

namespace CustomerDashboard.Workspaces;

/// <summary>
/// Workspaces on disk, a folder each under <c>workspaces</c> in the data folder: <c>workspace.json</c> (record and recipe),
/// <c>source.bin</c> (the uploaded file), <c>import-*</c> (the file as it was read). Every change appears whole or not at
/// all, so a killed process loses at most the change it was making; a folder that cannot be read back is listed as
/// broken and never keeps the others from being listed.
/// </summary>
public sealed class WorkspaceStore
{
    private const string RecordName = "workspace.json";
    private const string SourceName = "source.bin";
    private const string LastOpenedName = "last-opened";
    private const string IncomingPrefix = ".incoming-";
    private const string DeletedPrefix = ".deleted-";

    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new RecipeConverter() },
    };

    private readonly Lock _gate = new();
    private readonly string _root;
    private readonly TimeProvider _clock;

    /// <param name="dataFolder">The program's data folder; <c>workspaces</c> is created in it.</param>
    /// <param name="clock">Tells the time for created and changed.</param>
    public WorkspaceStore(string dataFolder, TimeProvider? clock = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(dataFolder);
        _root = Path.Combine(Path.GetFullPath(dataFolder), "workspaces");
        _clock = clock ?? TimeProvider.System;
        Directory.CreateDirectory(_root);
        SweepDebris();
    }

    /// <summary>Takes a file in while it arrives and makes a workspace of it; cut off midway it leaves nothing behind.</summary>
    /// <param name="content">The file's bytes.</param>
    /// <param name="fileName">Its name, for people only.</param>
    /// <param name="maximumBytes">Where to stop.</param>
    /// <param name="name">The workspace's name; null takes the file's.</param>
    /// <param name="cancellationToken">Ends the transfer.</param>
    /// <exception cref="UploadTooLargeException">The file is larger than allowed.</exception>
    public async Task<WorkspaceRecord> CreateAsync(
        Stream content, string fileName, long maximumBytes, string? name = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        string id = WorkspaceId.New();
        string incoming = Path.Combine(_root, IncomingPrefix + id);
        Directory.CreateDirectory(incoming);
        try
        {
            var (bytes, sha256) = await ReceiveAsync(content, Path.Combine(incoming, SourceName), maximumBytes, cancellationToken);
            DateTimeOffset now = _clock.GetUtcNow();
            string shown = DisplayName.OfFile(fileName);
            var record = new WorkspaceRecord
            {
                Id = id,
                Name = DisplayName.Of(name) ?? DisplayName.WithoutExtensions(shown),
                Created = now,
                Changed = now,
                SourceFile = shown,
                SourceBytes = bytes,
                SourceSha256 = sha256,
            };
            WriteRecord(incoming, record);
            Directory.Move(incoming, Folder(id));
            return record;
        }
        catch
        {
            DeleteFolder(incoming);
            throw;
        }
    }

    /// <summary>All workspaces, the last changed first.</summary>
    public IReadOnlyList<WorkspaceInfo> List()
    {
        var list = new List<WorkspaceInfo>();
        foreach (string folder in Directory.EnumerateDirectories(_root))
        {
            string id = Path.GetFileName(folder);
            if (!WorkspaceId.IsValid(id))
            {
                continue;
            }

            try
            {
                list.Add(ReadRecord(id).ToInfo());
            }
            catch (WorkspaceException broken)
            {
                // Deleted between the listing and the reading: simply gone.
                if (Directory.Exists(folder))
                {
                    list.Add(Broken(id, folder, broken.Message));
                }
            }
        }

        list.Sort((a, b) => b.Changed != a.Changed ? b.Changed.CompareTo(a.Changed) : string.CompareOrdinal(a.Id, b.Id));
        return list;
    }

    /// <summary>Reads one workspace's record.</summary>
    /// <exception cref="WorkspaceException">It is not there or cannot be read back.</exception>
    public WorkspaceRecord Read(string id)
    {
        Require(id);
        return ReadRecord(id);
    }

    /// <summary>Changes a record and writes it; the time of the change is noted.</summary>
    /// <exception cref="WorkspaceException">It is not there or cannot be read back.</exception>
    public WorkspaceRecord Update(string id, Func<WorkspaceRecord, WorkspaceRecord> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        Require(id);
        lock (_gate)
        {
            WorkspaceRecord changed = change(ReadRecord(id)) with { Id = id, Changed = _clock.GetUtcNow() };
            WriteRecord(Folder(id), changed);
            return changed;
        }
    }

    /// <summary>Gives a workspace another name.</summary>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public WorkspaceRecord Rename(string id, string name)
    {
        string shown = DisplayName.Of(name) ?? throw new ArgumentException("A workspace needs a name.");
        return Update(id, record => record with { Name = shown });
    }

    /// <summary>Makes an independent copy with the same file and recipe.</summary>
    public WorkspaceRecord Duplicate(string id)
    {
        Require(id);
        WorkspaceRecord original = ReadRecord(id);
        string copyId = WorkspaceId.New();
        string incoming = Path.Combine(_root, IncomingPrefix + copyId);
        Directory.CreateDirectory(incoming);
        try
        {
            foreach (string file in Directory.EnumerateFiles(Folder(id)))
            {
                string fileName = Path.GetFileName(file);
                if (fileName != RecordName && !fileName.EndsWith(AtomicFile.PartialSuffix, StringComparison.Ordinal))
                {
                    File.Copy(file, Path.Combine(incoming, fileName));
                }
            }

            DateTimeOffset now = _clock.GetUtcNow();
            WorkspaceRecord copy = original with { Id = copyId, Name = DisplayName.Of($"{original.Name} (copy)")!, Created = now, Changed = now };
            WriteRecord(incoming, copy);
            Directory.Move(incoming, Folder(copyId));
            return copy;
        }
        catch
        {
            DeleteFolder(incoming);
            throw;
        }
    }

    /// <summary>Deletes a workspace, readable or not. One that is not there is no error.</summary>
    public void Delete(string id)
    {
        if (!WorkspaceId.IsValid(id) || !Directory.Exists(Folder(id)))
        {
            return;
        }

        // The rename takes it out of the list at once, however long the deleting takes or if it is cut short.
        string doomed = Path.Combine(_root, DeletedPrefix + id);
        Directory.Move(Folder(id), doomed);
        DeleteFolder(doomed);
    }

    /// <summary>Where the uploaded file is.</summary>
    /// <exception cref="WorkspaceException">There is no such workspace.</exception>
    public string SourcePath(string id) => Path.Combine(Require(id), SourceName);

    /// <summary>Where the file as it was read is kept, for the pipeline.</summary>
    /// <exception cref="WorkspaceException">There is no such workspace.</exception>
    public IImportStore Imports(string id) => new FolderImportStore(Require(id));

    /// <summary>The workspace worked with last, if it is still there.</summary>
    public string? LastOpened
    {
        get
        {
            try
            {
                string id = File.ReadAllText(Path.Combine(_root, LastOpenedName)).Trim();
                return WorkspaceId.IsValid(id) && Directory.Exists(Folder(id)) ? id : null;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return null;
            }
        }
    }

    /// <summary>Remembers which workspace was worked with last.</summary>
    public void RememberOpened(string id)
    {
        Require(id);
        AtomicFile.Write(Path.Combine(_root, LastOpenedName), stream => stream.Write(Encoding.ASCII.GetBytes(id)));
    }

    private static async Task<(long Bytes, string Sha256)> ReceiveAsync(
        Stream content, string path, long maximumBytes, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, useAsync: true);
        byte[] buffer = new byte[1 << 17];
        long bytes = 0;
        for (int read; (read = await content.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            bytes += read;
            if (bytes > maximumBytes)
            {
                throw new UploadTooLargeException(maximumBytes);
            }

            hash.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        file.Flush(flushToDisk: true);
        return (bytes, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static WorkspaceInfo Broken(string id, string folder, string problem) => new()
    {
        Id = id,
        Name = $"Unreadable workspace {id[..6]}",
        State = WorkspaceState.Broken,
        Problem = problem,
        Created = Directory.GetCreationTimeUtc(folder),
        Changed = Directory.GetLastWriteTimeUtc(folder),
    };

    private static void WriteRecord(string folder, WorkspaceRecord record) =>
        AtomicFile.Write(Path.Combine(folder, RecordName), stream => JsonSerializer.Serialize(stream, record, Json));

    private static void DeleteFolder(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A file still open elsewhere: the next start sweeps it away.
        }
    }

    private WorkspaceRecord ReadRecord(string id)
    {
        try
        {
            byte[] json = File.ReadAllBytes(Path.Combine(Folder(id), RecordName));
            try
            {
                return Parse(json) with { Id = id };
            }
            catch (RecipeException recipe)
            {
                // Settings of another version: the file and its name are worth more than they are.
                var members = JsonNode.Parse(json)!.AsObject();
                members.Remove("options");
                return Parse(Encoding.UTF8.GetBytes(members.ToJsonString())) with
                {
                    Id = id,
                    Problem = $"The saved settings could not be read, so the standard recipe is used. {recipe.Message}",
                };
            }
        }
        catch (Exception fault) when (fault is JsonException or IOException or UnauthorizedAccessException or NotSupportedException or InvalidOperationException or ArgumentException)
        {
            throw new WorkspaceException(
                $"The record of this workspace cannot be read back ({fault.Message}). Delete it and upload the file again.", fault);
        }
    }

    private static WorkspaceRecord Parse(byte[] json) => JsonSerializer.Deserialize<WorkspaceRecord>(json, Json)
        ?? throw new WorkspaceException("The record of this workspace is empty. Delete it and upload the file again.");

    private string Require(string id) => WorkspaceId.IsValid(id) && Directory.Exists(Folder(id))
        ? Folder(id)
        : throw new WorkspaceException("This workspace does not exist any more.");

    private string Folder(string id) => Path.Combine(_root, id);

    private void SweepDebris()
    {
        foreach (string folder in Directory.EnumerateDirectories(_root))
        {
            string name = Path.GetFileName(folder);
            if (name.StartsWith(IncomingPrefix, StringComparison.Ordinal) || name.StartsWith(DeletedPrefix, StringComparison.Ordinal))
            {
                DeleteFolder(folder);
                continue;
            }

            foreach (string partial in Directory.EnumerateFiles(folder, "*" + AtomicFile.PartialSuffix))
            {
                File.Delete(partial);
            }
        }
    }

    /// <summary>The recipe inside the record is the same JSON as a recipe on its own, with the same checks.</summary>
    private sealed class RecipeConverter : JsonConverter<AnalysisOptions>
    {
        public override AnalysisOptions Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            using JsonDocument document = JsonDocument.ParseValue(ref reader);
            return Recipe.Parse(document.RootElement.GetRawText());
        }

        public override void Write(Utf8JsonWriter writer, AnalysisOptions value, JsonSerializerOptions options)
        {
            using JsonDocument document = JsonDocument.Parse(Recipe.ToJson(value));
            document.RootElement.WriteTo(writer);
        }
    }
}
