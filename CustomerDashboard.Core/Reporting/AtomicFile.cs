using System.Security.Cryptography;

namespace CustomerDashboard.Core.Reporting;

/// <summary>Writes files that appear whole or not at all, so that a killed process leaves the previous version.</summary>
public static class AtomicFile
{
    /// <summary>The end of the names of files still being written; a leftover is debris and may be deleted.</summary>
    public const string PartialSuffix = ".partial";

    /// <summary>Writes to a file beside <paramref name="path"/>, flushes it to the disk and puts it in the place of the old one.</summary>
    public static void Write(string path, Action<Stream> write)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(write);
        // The name is new each time: two writers of one file never share a partial one.
        string partial = $"{path}.{RandomNumberGenerator.GetHexString(8, lowercase: true)}{PartialSuffix}";
        try
        {
            using (var stream = new FileStream(partial, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(partial, path, overwrite: true);
        }
        catch
        {
            File.Delete(partial);
            throw;
        }
    }
}
