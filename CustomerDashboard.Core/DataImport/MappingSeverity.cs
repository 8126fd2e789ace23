namespace CustomerDashboard.Core.DataImport;

/// <summary>How much a <see cref="MappingMessage"/> matters.</summary>
public enum MappingSeverity
{
    /// <summary>What will be missing or assumed.</summary>
    Information,

    /// <summary>Readable, but probably not meant.</summary>
    Warning,

    /// <summary>The file cannot be read so.</summary>
    Error,
}
