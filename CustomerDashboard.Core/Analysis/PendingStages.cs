using CustomerDashboard.Core.Cleaning;
using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Numerics;
using CustomerDashboard.Core.Personas;
using CustomerDashboard.Core.Segmentation;

namespace CustomerDashboard.Core.Analysis;

/// <summary>Stands in for stages on their way to main; each call here is replaced by the stage's own when it arrives.</summary>
internal static class PendingStages
{
    public static PersonaSet Write(CleanedTransactions? lines, CustomerFeatureTable table, SegmentSolution solution, PersonaOptions options, IProgress<WorkProgress> progress, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Personas have not arrived yet.");
}
