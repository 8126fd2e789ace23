using CustomerDashboard.Core.DataImport;

namespace CustomerDashboard.Workspaces;

/// <summary>What files and workspaces may take: section <c>CustomerDashboard:Workspaces</c> of the configuration.</summary>
public sealed class WorkspaceOptions
{
    public const string Section = "CustomerDashboard:Workspaces";

    /// <summary>The largest file that can be uploaded; 1 GiB.</summary>
    public long MaxUploadBytes { get; set; } = 1L << 30;

    /// <summary>The most that may come out of a packed file or a workbook; 8 GiB.</summary>
    public long MaxUnpackedBytes { get; set; } = ImportLimits.Default.MaxUnpackedBytes;

    /// <summary>The most columns of a table; 1,000.</summary>
    public int MaxColumns { get; set; } = ImportLimits.Default.MaxColumns;

    /// <summary>The longest row of a text file in bytes; 1 MiB.</summary>
    public int MaxLineBytes { get; set; } = ImportLimits.Default.MaxLineBytes;

    /// <summary>The most rows of a file; 100 million.</summary>
    public int MaxRows { get; set; } = ImportLimits.Default.MaxRows;

    /// <summary>About how much memory the results of stages may take over all workspaces; 1 GiB.</summary>
    public long CacheBytes { get; set; } = 1L << 30;

    /// <summary>Workspaces whose results are held in memory; the others are computed again from their saved tables when opened.</summary>
    public int LoadedResults { get; set; } = 4;

    /// <summary>The limits that every reading of a file keeps to.</summary>
    public ImportLimits Limits => ImportLimits.Default with
    {
        MaxFileBytes = MaxUploadBytes,
        MaxUnpackedBytes = MaxUnpackedBytes,
        MaxColumns = MaxColumns,
        MaxLineBytes = MaxLineBytes,
        MaxRows = MaxRows,
    };
}
