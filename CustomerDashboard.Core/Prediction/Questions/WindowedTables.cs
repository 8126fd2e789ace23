using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Prediction.Questions;

/// <summary>What was known of customers at each cut-off a run needs: now, the current one, and one outcome window before the other.</summary>
internal sealed class WindowedTables
{
    private WindowedTables(PredictionTable now, IReadOnlyList<PredictionTable> past)
    {
        Now = now;
        Past = past;
    }

    /// <summary>Everything up to the last purchase; its answers are still to come.</summary>
    public PredictionTable Now { get; }

    /// <summary>The tables at the cut-offs, oldest first; the last is the current one.</summary>
    public IReadOnlyList<PredictionTable> Past { get; }

    public PredictionTable Current => Past[^1];

    public static WindowedTables Build(
        CustomerLines lines, ReversedOrderIndex reversed, WindowPlan plan, PredictionOptions options, CancellationToken cancellationToken)
    {
        List<PredictionWindows> windows = [plan.Scoring!, plan.Current!];
        if (plan.Earlier is not null)
        {
            windows.Add(plan.Earlier);
            windows.AddRange(Older(plan, options));
        }

        var tables = new PredictionTable[windows.Count];
        ParallelWork.Run(
            tables.Length,
            null,
            i => tables[i] = PredictionTableBuilder.Build(lines, reversed, options.ReversedOrders, windows[i]),
            cancellationToken);
        return new WindowedTables(tables[0], [.. tables.Skip(1).Reverse()]);
    }

    /// <summary>Cut-offs further back, each with at least as long a look back as the outcome is long.</summary>
    private static IEnumerable<PredictionWindows> Older(WindowPlan plan, PredictionOptions options)
    {
        PredictionWindows earlier = plan.Earlier!;
        for (int step = 1; step < options.RollingOrigins; step++)
        {
            DateTime cutoff = earlier.Cutoff.AddDays(-(double)step * options.HorizonDays);
            DateTime start = options.ObservationDays is { } days && (cutoff - plan.FirstDate).TotalDays > days ? cutoff.AddDays(-days) : plan.FirstDate;
            if ((cutoff - start).TotalDays < options.HorizonDays)
            {
                yield break;
            }

            yield return new PredictionWindows(start, cutoff, cutoff.AddDays(options.HorizonDays));
        }
    }
}
