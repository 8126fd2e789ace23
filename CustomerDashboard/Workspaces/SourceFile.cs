using System.Security.Cryptography;

namespace CustomerDashboard.Workspaces;

/// <summary>The uploaded file on its way to the disk.</summary>
internal static class SourceFile
{
    /// <summary>Writes the content to a new file while it arrives, and counts and fingerprints it.</summary>
    /// <exception cref="UploadTooLargeException">It is larger than allowed.</exception>
    public static async Task<(long Bytes, string Sha256)> ReceiveAsync(
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
}
