namespace CustomerDashboard.Core.DataImport;

/// <summary>Proposes what columns mean and judges what a person chose.</summary>
public static class ColumnMapper
{
    /// <summary>One proposal per column, each role at most once.</summary>
    public static IReadOnlyList<ColumnMappingProposal> Propose(IReadOnlyList<ColumnProfile> columns) => throw new NotImplementedException();

    /// <summary>What a mapping of transactions lacks (errors), what looks wrong (warnings), what will be missing (information).</summary>
    public static IReadOnlyList<MappingMessage> Validate(
        IReadOnlyDictionary<ColumnRole, string> mapping, IReadOnlyList<ColumnProfile> columns) => throw new NotImplementedException();
}
