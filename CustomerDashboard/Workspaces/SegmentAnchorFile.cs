using System.IO.Compression;
using System.Text.Json;
using CustomerDashboard.Core.Reporting;
using CustomerDashboard.Core.Segmentation;

namespace CustomerDashboard.Workspaces;

/// <summary>Keeps which colour each customer wore in a file, so that segments look the same after a restart.</summary>
/// <param name="path">The file; one that cannot be read or written costs the colours, nothing else.</param>
internal sealed class SegmentAnchorFile(string path)
{
    /// <summary>Of more customers than this the colours are kept in memory only.</summary>
    private const int MostCustomers = 500_000;

    private SegmentAnchor? _anchor;
    private bool _looked;

    /// <summary>The colours before, or null.</summary>
    public SegmentAnchor? Current
    {
        get
        {
            if (!_looked)
            {
                _looked = true;
                _anchor = Load();
            }

            return _anchor;
        }
    }

    public void Keep(SegmentAnchor anchor)
    {
        _looked = true;
        _anchor = anchor;
        if (anchor.CustomerIds.Count > MostCustomers)
        {
            return;
        }

        try
        {
            AtomicFile.Write(path, stream =>
            {
                using var packed = new GZipStream(stream, CompressionLevel.Fastest, leaveOpen: true);
                JsonSerializer.Serialize(packed, anchor);
            });
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
        }
    }

    private SegmentAnchor? Load()
    {
        try
        {
            if (!File.Exists(path))
            {
                return null;
            }

            using FileStream stream = File.OpenRead(path);
            using var unpacked = new GZipStream(stream, CompressionMode.Decompress);
            return JsonSerializer.Deserialize<SegmentAnchor>(unpacked) is { } read && read.CustomerIds.Count == read.Slots.Count ? read : null;
        }
        catch (Exception damage) when (damage is IOException or UnauthorizedAccessException or JsonException or InvalidDataException or NotSupportedException)
        {
            return null;
        }
    }
}
