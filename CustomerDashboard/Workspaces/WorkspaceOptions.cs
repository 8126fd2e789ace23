namespace CustomerDashboard.Workspaces;

/// <summary>What workspaces may take: section <c>CustomerDashboard:Workspaces</c> of the configuration.</summary>
public sealed class WorkspaceOptions
{
    public const string Section = "CustomerDashboard:Workspaces";

    /// <summary>The largest file that can be uploaded; 1 GiB.</summary>
    public long MaxUploadBytes { get; set; } = 1L << 30;

    /// <summary>About how much memory the results of stages may take over all workspaces; 1 GiB.</summary>
    public long CacheBytes { get; set; } = 1L << 30;

    /// <summary>Workspaces whose results are held in memory; the others are computed again from their saved tables when opened.</summary>
    public int LoadedResults { get; set; } = 4;
}
