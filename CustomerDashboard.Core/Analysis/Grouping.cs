using CustomerDashboard.Core.Personas;
using CustomerDashboard.Core.Segmentation;

namespace CustomerDashboard.Core.Analysis;

/// <summary>What the stages from the features to the personas gave.</summary>
internal sealed record Grouping(
    SegmentationResult? Segmentation, PersonaSet? Personas, IReadOnlyList<MethodRow> Methods, SegmentationResult? Comparison);
