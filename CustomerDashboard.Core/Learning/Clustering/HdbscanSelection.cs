namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>Which clusters of a density tree are taken.</summary>
public enum HdbscanSelection
{
    /// <summary>Those that last longest, a cluster rather than its parts where it outlasts them.</summary>
    ExcessOfMass,

    /// <summary>Those that split no further: more and finer clusters.</summary>
    Leaves,
}
