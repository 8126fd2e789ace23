namespace CustomerDashboard.Workspaces;

/// <summary>What a workspace holds.</summary>
public enum WorkspaceState
{
    /// <summary>The file is here, but how to read it has not been confirmed.</summary>
    Uploaded,

    /// <summary>The file is here, but it is no table that can be read; the problem says why.</summary>
    Unreadable,

    /// <summary>It has been analysed at least once.</summary>
    Ready,

    /// <summary>The last analysis failed and there is no earlier one; the problem says why.</summary>
    Failed,

    /// <summary>What is on the disk cannot be read back; it can only be deleted.</summary>
    Broken,
}
