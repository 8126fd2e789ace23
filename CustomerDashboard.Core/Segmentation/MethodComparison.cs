using System.Diagnostics;
using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Learning.Metrics;
using CustomerDashboard.Core.Numerics;
using CustomerDashboard.Core.Segmentation.Methods;

namespace CustomerDashboard.Core.Segmentation;

/// <summary>
/// Divides the same customers by every method, each with the settings in use and the same number of segments where it takes one, and
/// says how far they agree with the division in use. Costs one fit per method.
/// </summary>
public static class MethodComparison
{
    // A glance, not the last word: the method itself is run with all its starts once it is chosen.
    private const int Starts = 2;

    /// <summary>Compares all methods.</summary>
    /// <param name="table">The customers.</param>
    /// <param name="result">Their segmentation.</param>
    /// <param name="progress">Told before each method.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentException">There are no segments to compare with.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static IReadOnlyList<MethodRow> Run(
        CustomerFeatureTable table, SegmentationResult result, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(result);
        if (result.Prepared is not { } prepared || !result.HasSegments)
        {
            throw new ArgumentException(result.Failure ?? "There are no segments to compare with.", nameof(result));
        }

        SegmentSolution inUse = result.Chosen;
        int k = Math.Max(2, inUse.K);
        IReadOnlyList<SegmentationMethodInfo> methods = SegmentationMethodInfo.All;
        var rows = new MethodRow[methods.Count];
        for (int i = 0; i < rows.Length; i++)
        {
            SegmentationMethodInfo info = methods[i];
            cancellationToken.ThrowIfCancellationRequested();
            progress?.Report(new WorkProgress($"Trying {info.Name}", (double)i / rows.Length));
            if (info.Method == result.Options.Method)
            {
                rows[i] = InUse(info, result, inUse);
                continue;
            }

            long started = Stopwatch.GetTimestamp();
            var context = new DividerContext(
                table, prepared, result.Options with { Method = info.Method, Starts = Math.Min(result.Options.Starts, Starts) }, k, k, null, cancellationToken);
            context = prepared.CompleteRows is { } complete ? context.OfComplete(complete) : context;
            DividerResult found = Dividers.Of(info.Method).Divide(context);
            double seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
            rows[i] = found.Failure is { } failure
                ? new MethodRow(info.Method, info.Name, failure, 0, [], 0, double.NaN, double.NaN, double.NaN, seconds)
                : Row(info, found.Divisions[0].Among(table.RowCount, prepared.CompleteRows), inUse, seconds);
        }

        return rows;
    }

    private static MethodRow Row(SegmentationMethodInfo info, Division division, SegmentSolution inUse, double seconds) => new(
        info.Method,
        info.Name,
        null,
        division.K,
        [.. division.Sizes.OrderDescending()],
        division.Labels.Length - division.Sizes.Sum(),
        division.Silhouette?.Mean ?? double.NaN,
        AdjustedRandIndex.Score(division.Labels, inUse.Labels),
        NormalizedMutualInformation.Score(division.Labels, inUse.Labels),
        seconds)
    {
        Warnings = division.Warnings,
    };

    private static MethodRow InUse(SegmentationMethodInfo info, SegmentationResult result, SegmentSolution inUse) => new(
        info.Method,
        info.Name,
        null,
        inUse.K,
        [.. inUse.Segments.Where(segment => !segment.IsNoise).Select(segment => segment.Size).OrderDescending()],
        inUse.Noise?.Size ?? 0,
        result.Sweep.First(entry => entry.K == inUse.K).Silhouette,
        1,
        1,
        0)
    {
        Warnings = inUse.Warnings,
    };
}
