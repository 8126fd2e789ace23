using System.IO.Compression;

namespace CustomerDashboard.Core.DataImport.Reading;

/// <summary>A workbook that somebody packed once more: found by how its entry begins, unpacked to a file within the limits.</summary>
internal static class ZippedWorkbook
{
    private static readonly string[] TableEndings = [".csv", ".tsv", ".tab", ".psv", ".dat"];

    /// <summary>The one entry that is a workbook, in an archive that has no table of text.</summary>
    /// <param name="archive">The archive.</param>
    /// <param name="names">The entries that hold something.</param>
    /// <param name="fileName">The archive's name, for words.</param>
    /// <exception cref="ImportException">There are several workbooks, or an archive within the archive.</exception>
    public static ZipArchiveEntry? FindEntry(ZipArchive archive, IReadOnlyList<string> names, string fileName)
    {
        List<ZipArchiveEntry> packed = [];
        foreach (string name in names)
        {
            ZipArchiveEntry entry = archive.GetEntry(name)!;
            byte[] head = ReadHead(entry, fileName);
            if (FileSignature.IsZip(head) || FileSignature.IsCompoundFile(head))
            {
                packed.Add(entry);
            }
            else if (Array.Exists(TableEndings, ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)))
            {
                // The tables are what the archive is for; a workbook beside them is passed over with a note.
                return null;
            }
        }

        if (packed.Count > 1)
        {
            string entries = string.Join(", ", packed.Take(5).Select(entry => $"\"{entry.Name}\""));
            throw new ImportException(ImportErrorCode.NotATable,
                $"{fileName} holds {packed.Count} workbooks or archives ({entries}). Unpack it and choose one of them.");
        }

        return packed.Count == 0 ? null : packed[0];
    }

    /// <summary>Unpacks the entry to a file of its own and says where.</summary>
    public static string Unpack(SourceFile file, ZipArchiveEntry entry)
    {
        // The name is our own: what an archive calls its entries must never become a path.
        string path = Path.Combine(Path.GetTempPath(), $"customer-dashboard-{Guid.NewGuid():N}");
        try
        {
            using GuardedStream content = new(entry.Open(), file.FileName, file.FileBytes, file.Limits);
            using FileStream target = new(path, FileMode.CreateNew, FileAccess.ReadWrite);
            content.CopyTo(target, 1 << 16);
            target.Position = 0;
            CheckWorkbook(file, entry, target);
        }
        catch
        {
            File.Delete(path);
            throw;
        }

        return path;
    }

    /// <summary>The first bytes of a stream.</summary>
    public static byte[] ReadHead(Stream stream)
    {
        byte[] head = new byte[8];
        int length = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        if (stream.CanSeek)
        {
            stream.Position = 0;
        }

        return head[..length];
    }

    private static byte[] ReadHead(ZipArchiveEntry entry, string fileName)
    {
        try
        {
            using Stream stream = entry.Open();
            return ReadHead(stream);
        }
        catch (InvalidDataException exception)
        {
            throw new ImportException(ImportErrorCode.Damaged,
                $"{fileName} is damaged: its entry \"{entry.FullName}\" cannot be unpacked. Pack or download the file again.", exception);
        }
    }

    private static void CheckWorkbook(SourceFile file, ZipArchiveEntry entry, FileStream content)
    {
        if (!FileSignature.IsZip(ReadHead(content)))
        {
            return;
        }

        using ZipArchive parts = SourceFile.OpenArchive(content, leaveOpen: true, entry.Name);
        if (parts.GetEntry("xl/workbook.xml") is null && parts.GetEntry("xl/workbook.bin") is null)
        {
            throw new ImportException(ImportErrorCode.NotATable,
                $"{file.FileName} holds an archive within an archive (\"{entry.Name}\"). Unpack it and choose the data file inside.");
        }
    }
}
