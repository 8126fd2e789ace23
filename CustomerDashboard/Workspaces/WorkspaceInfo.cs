namespace CustomerDashboard.Workspaces;

/// <summary>One line of the list of workspaces.</summary>
public sealed record WorkspaceInfo
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public DateTimeOffset Created { get; init; }

    public DateTimeOffset Changed { get; init; }

    /// <summary>The name of the uploaded file, as the person knows it.</summary>
    public string SourceFile { get; init; } = string.Empty;

    public long SourceBytes { get; init; }

    public required WorkspaceState State { get; init; }

    /// <summary>Why it failed or is broken, in words.</summary>
    public string? Problem { get; init; }

    /// <summary>Rows kept when it was last analysed.</summary>
    public int? Rows { get; init; }

    /// <summary>Customers when it was last analysed.</summary>
    public int? Customers { get; init; }
}
