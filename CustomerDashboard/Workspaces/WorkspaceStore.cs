using System.Text;
using CustomerDashboard.Core.Analysis;
using CustomerDashboard.Core.Reporting;

namespace CustomerDashboard.Workspaces;

/// <summary>
/// Workspaces on disk, a folder each under <c>workspaces</c> in the data folder: <c>workspace.json</c> (record and recipe),
/// <c>source.bin</c> (the uploaded file), <c>import-*</c> (the file as it was read), <c>undo.json</c> (recipes before),
/// <c>segment-colours.json.gz</c> (what customers wore), <c>attributes.bin</c> (customer attributes that were added). Every change appears whole or not at
/// all, so a killed process loses at most the change it was making; a folder that cannot be read back is listed as
/// broken and never keeps the others from being listed.
/// </summary>
public sealed class WorkspaceStore
{
    private const string SourceName = "source.bin";
    private const string LastOpenedName = "last-opened";
    private const string IncomingPrefix = ".incoming-";
    private const string DeletedPrefix = ".deleted-";

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
            var (bytes, sha256) = await SourceFile.ReceiveAsync(content, Path.Combine(incoming, SourceName), maximumBytes, cancellationToken);
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
            WorkspaceRecordFile.Write(incoming, record);
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
            WorkspaceRecordFile.Write(Folder(id), changed);
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
                if (fileName != WorkspaceRecordFile.Name && !fileName.EndsWith(AtomicFile.PartialSuffix, StringComparison.Ordinal))
                {
                    File.Copy(file, Path.Combine(incoming, fileName));
                }
            }

            DateTimeOffset now = _clock.GetUtcNow();
            WorkspaceRecord copy = original with { Id = copyId, Name = DisplayName.Of($"{original.Name} (copy)")!, Created = now, Changed = now };
            WorkspaceRecordFile.Write(incoming, copy);
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

    /// <summary>Where everything of a workspace is.</summary>
    /// <exception cref="WorkspaceException">There is no such workspace.</exception>
    internal string FolderOf(string id) => Require(id);

    /// <summary>The recipes a workspace had before.</summary>
    /// <exception cref="WorkspaceException">There is no such workspace.</exception>
    internal UndoHistory Undo(string id) => new(Path.Combine(Require(id), "undo.json"));

    /// <summary>The colours a workspace's segments wore.</summary>
    /// <exception cref="WorkspaceException">There is no such workspace.</exception>
    internal SegmentAnchorFile Colours(string id) => new(Path.Combine(Require(id), "segment-colours.json.gz"));

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

    private static WorkspaceInfo Broken(string id, string folder, string problem) => new()
    {
        Id = id,
        Name = $"Unreadable workspace {id[..6]}",
        State = WorkspaceState.Broken,
        Problem = problem,
        Created = Directory.GetCreationTimeUtc(folder),
        Changed = Directory.GetLastWriteTimeUtc(folder),
    };

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

    private WorkspaceRecord ReadRecord(string id) => WorkspaceRecordFile.Read(Folder(id), id);

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
}
