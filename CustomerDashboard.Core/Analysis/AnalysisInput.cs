using System.Globalization;
using CustomerDashboard.Core.Segmentation;

namespace CustomerDashboard.Core.Analysis;

/// <summary>The file to analyse.</summary>
/// <param name="Path">Where it is on this machine.</param>
/// <param name="FileName">The name a person knows it by; never used as a path.</param>
/// <param name="Identity">What tells this content from any other: its SHA-256 where known.</param>
public sealed record AnalysisInput(string Path, string FileName, string Identity)
{
    /// <summary>The colours and kinds of the segments shown before, which the new ones keep where they share customers; null begins afresh.</summary>
    public SegmentAnchor? Anchor { get; init; }

    /// <summary>Attributes to be added to the features of purchases by customer id; null adds none.</summary>
    public AttributeSource? Attributes { get; init; }

    /// <summary>A file on disk, told from others by its path, length and time of the last change.</summary>
    public static AnalysisInput FromFile(string path)
    {
        var file = new FileInfo(path);
        string identity = string.Create(
            CultureInfo.InvariantCulture, $"{file.FullName}|{(file.Exists ? file.Length : 0)}|{file.LastWriteTimeUtc.Ticks}");
        return new AnalysisInput(path, file.Name, identity);
    }
}
