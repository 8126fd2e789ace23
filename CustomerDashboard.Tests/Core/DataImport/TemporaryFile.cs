using System.IO.Compression;
using System.Text;

namespace CustomerDashboard.Tests.Core.DataImport;

/// <summary>A file that is gone when the test is over.</summary>
internal sealed class TemporaryFile : IDisposable
{
    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"cd-test-{Guid.NewGuid():N}");

    public static TemporaryFile Of(byte[] content)
    {
        TemporaryFile file = new();
        File.WriteAllBytes(file.Path, content);
        return file;
    }

    public static TemporaryFile Of(string text, Encoding? encoding = null)
    {
        encoding ??= new UTF8Encoding(false);
        return Of([.. encoding.GetPreamble(), .. encoding.GetBytes(text)]);
    }

    public static TemporaryFile Zip(params (string Name, byte[] Content)[] entries)
    {
        using MemoryStream memory = new();
        using (ZipArchive archive = new(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, byte[] content) in entries)
            {
                using Stream entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return Of(memory.ToArray());
    }

    public static byte[] Gzip(byte[] content)
    {
        using MemoryStream memory = new();
        using (GZipStream gzip = new(memory, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(content);
        }

        return memory.ToArray();
    }

    public void Dispose() => File.Delete(Path);
}
