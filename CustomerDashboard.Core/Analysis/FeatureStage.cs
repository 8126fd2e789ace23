using CustomerDashboard.Core.Cleaning;
using CustomerDashboard.Core.DataImport;
using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Numerics;
using CustomerDashboard.Core.Recommendations;
using CustomerDashboard.Core.Segmentation;

namespace CustomerDashboard.Core.Analysis;

/// <summary>Describes the customers: from their lines, with attributes of another file beside them, or from a file with one row per customer.</summary>
internal static class FeatureStage
{
    public static Task<GroupingInput> OfLines(
        StageRunner run, Task<CleanedLines> lines, AnalysisOptions options, AttributeSource? attributes, ImportLimits? limits) =>
        run.After(AnalysisStage.Features, lines, cleaned => Describe(run, cleaned, options, attributes, limits));

    public static Task<GroupingInput> OfAttributes(StageRunner run, Task<ImportedFile> file, AnalysisOptions options, string importKey) =>
        run.After(AnalysisStage.Features, file, read => Describe(run, read, options, importKey));

    private static GroupingInput Describe(StageRunner run, CleanedLines lines, AnalysisOptions options, AttributeSource? attributes, ImportLimits? limits)
    {
        string key = StageKey.Of(AnalysisStage.Features, lines.Key, Recipe.Fingerprint(options.Features));
        CustomerFeatureTable? features = run.Try(
            AnalysisStage.Features,
            key,
            lines.Result,
            (CleaningResult input, IProgress<WorkProgress> _) => CustomerFeatureBuilder.Build(input.Cleaned, options.Features, run.Cancellation),
            Bytes);
        if (options.Recommendation.FeatureDimensions is > 0 and int dimensions && features is not null)
        {
            key = StageKey.Of(AnalysisStage.Features, key, StageKey.Text(dimensions), StageKey.Text(options.Seed));
            features = run.Try(
                AnalysisStage.Features,
                key,
                features,
                (input, _) => WithDimensions(input, lines.Result!, dimensions, options.Seed, run.Cancellation),
                Bytes) ?? features;
        }

        JoinedAttributes? joined = null;
        if (attributes is not null && features is not null)
        {
            key = StageKey.Of(AnalysisStage.Features, key, attributes.Identity, Recipe.Fingerprint(options.Attributes));
            joined = run.Try(
                AnalysisStage.Features,
                key,
                features,
                (input, progress) => Join(input, attributes, options.Attributes, limits, progress, run.Cancellation),
                result => Bytes(result.Table));
            features = joined?.Table ?? features;
        }

        run.Put(AnalysisStage.Features, result => result with { Features = features, Notes = joined?.Notes ?? [] });
        return new GroupingInput(features, lines.Result?.Cleaned, options.Segmentation, options.Comparison, key);
    }

    private static GroupingInput Describe(StageRunner run, ImportedFile file, AnalysisOptions options, string importKey)
    {
        string key = StageKey.Of(AnalysisStage.Features, importKey, Recipe.Fingerprint(options.Attributes));
        AttributeFeatureSet? set = run.Try(
            AnalysisStage.Features, key, _ => AttributeFeatures.Build(file.Attributes!, options.Attributes), result => Bytes(result.Table));
        run.Put(AnalysisStage.Features, result => result with { Features = set?.Table, Notes = set?.Notes ?? [] });
        return set is null
            ? new GroupingInput(null, null, options.Segmentation, options.Comparison, key)
            : new GroupingInput(
                set.Table, null, ForAttributes(options.Segmentation, set), options.Comparison is { } comparison ? ForAttributes(comparison, set) : null, key);
    }

    /// <summary>The features with the leading dimensions of what each customer buys beside them.</summary>
    private static CustomerFeatureTable WithDimensions(
        CustomerFeatureTable features, CleaningResult lines, int dimensions, int seed, CancellationToken cancellationToken)
    {
        IReadOnlySet<string> none = RecommendationStage.NonProducts(lines);
        PurchaseLog log = PurchaseLog.Of(lines.Cleaned, code => !none.Contains(code));
        return log.BasketCount == 0
            ? features
            : ProductDimensions.Of(PurchaseHistory.Before(log, new DateTime(log.Ticks[^1] + 1)), dimensions, seed, cancellationToken).AddTo(features, dimensions);
    }

    /// <summary>The features with the attributes beside them; attributes that cannot be used cost a note, not the analysis.</summary>
    private static JoinedAttributes Join(
        CustomerFeatureTable features, AttributeSource source, AttributeFeatureOptions options, ImportLimits? limits, IProgress<WorkProgress> progress, CancellationToken cancellationToken)
    {
        try
        {
            var import = new ImportOptions { Kind = FileKind.CustomerAttributes, Limits = limits ?? new ImportLimits() };
            var (table, _) = CustomerAttributeImporter.Import(source.Path, source.FileName, import, progress, cancellationToken);
            return AttributeJoin.Add(features, table, options);
        }
        catch (Exception refused) when (refused is ImportException or ArgumentException)
        {
            return new JoinedAttributes(features, [$"The attributes of '{source.FileName}' were not added: {PlainMessage.Of(refused)}"]);
        }
    }

    /// <summary>The options as they stand when they name columns of this file, else the file's own defaults with the person's range of k.</summary>
    private static SegmentationOptions ForAttributes(SegmentationOptions options, AttributeFeatureSet set)
    {
        foreach (FeatureDefinition definition in set.Table.Definitions)
        {
            if (options.Features.Contains(definition.Id, StringComparer.Ordinal))
            {
                return options;
            }
        }

        return options with
        {
            Features = set.DefaultOptions.Features,
            LogTransform = set.DefaultOptions.LogTransform,
            Scaling = set.DefaultOptions.Scaling,
            MissingValues = set.DefaultOptions.MissingValues,
        };
    }

    private static long Bytes(CustomerFeatureTable table) => 8L * table.RowCount * (table.Columns.Count + 2);
}
