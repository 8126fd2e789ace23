using CustomerDashboard.Core.Analysis;

namespace CustomerDashboard.Workspaces;

/// <summary>What <c>workspace.json</c> holds. Immutable: a change is a new record written in the place of the old one.</summary>
public sealed record WorkspaceRecord
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required DateTimeOffset Created { get; init; }

    public required DateTimeOffset Changed { get; init; }

    /// <summary>The name of the uploaded file; only ever shown.</summary>
    public required string SourceFile { get; init; }

    public required long SourceBytes { get; init; }

    /// <summary>SHA-256 of the uploaded file, lower-case hexadecimal.</summary>
    public required string SourceSha256 { get; init; }

    /// <summary>The name of the file of customer attributes that was added; null when there is none.</summary>
    public string? AttributesFile { get; init; }

    /// <summary>SHA-256 of that file.</summary>
    public string? AttributesSha256 { get; init; }

    /// <summary>True once a person (or the sample) has confirmed how the file is to be read.</summary>
    public bool Confirmed { get; init; }

    public AnalysisOptions Options { get; init; } = AnalysisOptions.Default;

    /// <summary>Rows kept when it was last analysed; null before the first time.</summary>
    public int? Rows { get; init; }

    public int? Customers { get; init; }

    /// <summary>Why the last analysis failed; null when it did not.</summary>
    public string? Problem { get; init; }

    /// <summary>Why the file is no table that can be read, as found when it was looked at; null when it is one, or nobody looked yet.</summary>
    public string? FileProblem { get; init; }

    public WorkspaceInfo ToInfo() => new()
    {
        Id = Id,
        Name = Name,
        Created = Created,
        Changed = Changed,
        SourceFile = SourceFile,
        SourceBytes = SourceBytes,
        State = Rows is not null ? WorkspaceState.Ready
            : FileProblem is not null && !Confirmed ? WorkspaceState.Unreadable
            : Problem is not null ? WorkspaceState.Failed : WorkspaceState.Uploaded,
        Problem = (Confirmed ? null : FileProblem) ?? Problem,
        Rows = Rows,
        Customers = Customers,
    };
}
