using System.Globalization;
using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Learning.Clustering;
using CustomerDashboard.Core.Numerics;
using CustomerDashboard.Core.Segmentation.Methods;

namespace CustomerDashboard.Core.Segmentation;

/// <summary>
/// Divides customers by the chosen method, for a range of k where it needs one, and describes the segments of every k. Data
/// that cannot be divided give a result with <see cref="SegmentationResult.Failure"/>, not an exception. Costs the method's
/// fits and their resamples, one pass over all pairs for the silhouettes, a sort per feature, and O(n d) per k.
/// </summary>
public static class CustomerSegmentation
{
    private const int FewestCustomers = 3;
    private const double SweepShare = 0.6;

    /// <summary>Runs the segmentation.</summary>
    /// <param name="table">One row per customer.</param>
    /// <param name="options">What to compare and how many segments to try.</param>
    /// <param name="progress">Told what is being done and how far it is.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentException">The options contradict themselves.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static SegmentationResult Run(
        CustomerFeatureTable table,
        SegmentationOptions? options = null,
        IProgress<WorkProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        options ??= new SegmentationOptions();
        options.Validate();
        SegmentationMethodInfo info = SegmentationMethodInfo.Of(options.Method);
        if (!info.UsesFeatures)
        {
            options = options with { Features = [FeatureIds.Recency, FeatureIds.Frequency, FeatureIds.Monetary] };
        }

        if (WhyHopeless(table, options) is { } hopeless)
        {
            return new SegmentationResult { Options = options, Failure = hopeless };
        }

        PreparedFeatures prepared = FeaturePreparation.Prepare(
            table, options.Features, options.MissingValues, options.LogTransform, options.Scaling);
        List<string> notes = [.. prepared.LeftOut.Select(feature => feature.Reason), .. prepared.Imputations.Select(fill => fill.Reason)];
        if (prepared.FeatureIds.Count == 0)
        {
            string failure = Text($"All {table.RowCount:N0} customers are the same in every chosen feature, so there is nothing to tell them apart by. Choose other features.");
            return new SegmentationResult { Options = options, Failure = failure, Notes = notes };
        }

        (int smallest, int largest) = info.TriesSeveralK ? Range(prepared.Grouped, options, notes) : (1, 1);
        var context = new DividerContext(table, prepared, options, smallest, largest, PartialProgress.Of(progress, 0, SweepShare), cancellationToken);
        if (prepared.CompleteRows is { } complete)
        {
            if (complete.Length < FewestCustomers)
            {
                string few = Text($"Only {complete.Length:N0} of {table.RowCount:N0} customers have a value for every chosen feature. Choose other features, or let a value stand in where one is missing.");
                return new SegmentationResult { Options = options, Failure = few, Notes = notes, Prepared = prepared };
            }

            context = context.OfComplete(complete);
        }

        DividerResult found = Dividers.Of(options.Method).Divide(context);
        notes.AddRange(found.Notes);
        if (found.Failure is { } failed)
        {
            return new SegmentationResult { Options = options, Failure = failed, Notes = notes, Prepared = prepared, Findings = found.Findings };
        }

        progress?.Report(new WorkProgress("Describing the segments", SweepShare));
        Division[] divisions = [.. found.Divisions.Select(division => division.Among(table.RowCount, prepared.CompleteRows))];
        IReadOnlyList<SegmentSolution> solutions = SolutionBuilder.Build(table, prepared.Points, divisions, cancellationToken);
        SweepEntry[] entries = [.. found.Divisions.Select((division, i) => Entry(division, solutions[i]))];
        int inUse = options.ChosenK ?? KSuggester.Suggest(entries, found.Elbow, table.RowCount, options.Method).K;
        entries = EvidenceBuilder.Add(
            entries, solutions, inUse, context with { Progress = PartialProgress.Of(progress, SweepShare, 0.95), Epsilon = found.Findings.Epsilon });
        KSuggestion suggestion = KSuggester.Suggest(entries, found.Elbow, table.RowCount, options.Method);

        progress?.Report(new WorkProgress("Drawing the map of customers", 0.95));
        Projection projection = ProjectionBuilder.OfPrepared(prepared, cancellationToken);
        Projection? allFeatures = ProjectionBuilder.OfAll(table, options.MissingValues, cancellationToken);
        progress?.Report(new WorkProgress("Segments found", 1));
        return new SegmentationResult
        {
            Options = options,
            Notes = notes,
            Prepared = prepared,
            Sweep = entries,
            Elbow = found.Elbow,
            Suggestion = suggestion,
            ChosenK = info.TriesSeveralK ? Choose(options.ChosenK, suggestion, smallest, largest, notes) : entries[0].K,
            Solutions = solutions,
            Findings = found.Findings,
            Projection = projection,
            AllFeatures = allFeatures,
        };
    }

    private static string? WhyHopeless(CustomerFeatureTable table, SegmentationOptions options)
    {
        foreach (string id in options.Features)
        {
            if (!table.Definitions.Any(definition => string.Equals(definition.Id, id, StringComparison.Ordinal)))
            {
                return $"These customers have no feature '{id}'. Choose among: {string.Join(", ", table.Definitions.Select(d => d.Id))}.";
            }
        }

        return table.RowCount >= FewestCustomers ? null
            : table.RowCount == 0 ? "There are no customers to segment."
            : Text($"There {(table.RowCount == 1 ? "is 1 customer" : "are 2 customers")}; at least {FewestCustomers} are needed to form segments.");
    }

    private static (int Smallest, int Largest) Range(Matrix points, SegmentationOptions options, List<string> notes)
    {
        int distinct = DistinctRows.CountUpTo(points, options.MaxClusters);
        int possible = Math.Max(2, Math.Min(distinct, points.Rows - 1));
        int largest = Math.Min(options.MaxClusters, possible);
        int smallest = Math.Min(options.MinClusters, largest);
        if (largest < options.MaxClusters)
        {
            notes.Add(distinct < Math.Min(options.MaxClusters, points.Rows)
                ? Text($"Only {distinct:N0} of {points.Rows:N0} customers differ in the chosen features, so at most {largest} segments were tried instead of {options.MaxClusters}.")
                : Text($"There are {points.Rows:N0} customers, so at most {largest} segments were tried instead of {options.MaxClusters}."));
        }

        return (smallest, largest);
    }

    private static int Choose(int? wanted, KSuggestion suggestion, int smallest, int largest, List<string> notes)
    {
        if (wanted is not int k)
        {
            return suggestion.K;
        }

        if (k >= smallest && k <= largest)
        {
            return k;
        }

        notes.Add(Text($"{k} segments were asked for but could not be formed; the suggested {suggestion.K} are shown instead."));
        return suggestion.K;
    }

    private static SweepEntry Entry(Division division, SegmentSolution solution)
    {
        int largest = 0;
        int smallest = int.MaxValue;
        foreach (SegmentSummary segment in solution.Segments.Where(segment => !segment.IsNoise))
        {
            largest = Math.Max(largest, segment.Size);
            smallest = Math.Min(smallest, segment.Size);
        }

        return new SweepEntry(
            division.K,
            division.Inertia,
            division.Silhouette?.Mean ?? double.NaN,
            division.Silhouette?.Margin ?? 0,
            division.CalinskiHarabasz,
            division.DaviesBouldin,
            (double)largest / solution.Labels.Length,
            smallest)
        { Bic = division.Bic, Aic = division.Aic, Collapsed = division.Bic is not null && division.Warnings.Count > 0 };
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
