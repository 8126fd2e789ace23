namespace CustomerDashboard.Core.Analysis;

/// <summary>A file with one row per customer whose attributes are added to the features of purchases.</summary>
/// <param name="Path">Where it is on this machine.</param>
/// <param name="FileName">The name a person knows it by; never used as a path.</param>
/// <param name="Identity">What tells this content from any other: its SHA-256 where known.</param>
public sealed record AttributeSource(string Path, string FileName, string Identity)
{
    /// <summary>A file on disk, told from others by its path, length and time of the last change.</summary>
    public static AttributeSource FromFile(string path)
    {
        AnalysisInput file = AnalysisInput.FromFile(path);
        return new AttributeSource(file.Path, file.FileName, file.Identity);
    }
}
