using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>Reports how many merges are done, a hundred times at most.</summary>
internal sealed class MergeProgress(IProgress<WorkProgress>? progress, int merges)
{
    private readonly int _step = Math.Max(1, (merges + 99) / 100);

    public void Report(int done)
    {
        if (progress is not null && (done % _step == 0 || done == merges))
        {
            progress.Report(new WorkProgress("Joining segments", (double)done / merges, done, "merges"));
        }
    }
}
