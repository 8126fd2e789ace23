using CustomerDashboard.Core.Cleaning;
using CustomerDashboard.Core.DataImport;
using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Numerics;
using CustomerDashboard.Core.Personas;
using CustomerDashboard.Core.Prediction;
using CustomerDashboard.Core.Segmentation;

namespace CustomerDashboard.Core.Analysis;

/// <summary>
/// Takes a file and a recipe through all stages. The result of a stage depends only on the key of its input, its own options
/// and the seed, and is kept under the SHA-256 of those: a changed setting recomputes its stage and those downstream,
/// nothing else. Safe to use from several threads at once.
/// </summary>
/// <param name="cache">Where results are kept between runs; null keeps none.</param>
/// <param name="imports">Where files that were read are kept between runs of the program; null keeps none.</param>
/// <param name="limits">What a file may ask of the machine; null = the defaults.</param>
public sealed class AnalysisPipeline(StageCache? cache = null, IImportStore? imports = null, ImportLimits? limits = null)
{
    private const string TransactionsOnly =
        "This file has one row per customer. That needs a file of purchases: a customer, a date and an amount on each row.";

    /// <summary>Runs all stages; those whose result is kept are not computed again.</summary>
    /// <param name="input">The file.</param>
    /// <param name="options">The recipe.</param>
    /// <param name="progress">How far it is; may be reported from several threads.</param>
    /// <param name="cancellationToken">Ends the run; nothing half done is kept.</param>
    /// <returns>The results; a stage after the reading that fails is told in <see cref="AnalysisResult.Stages"/> and does not lose the others.</returns>
    /// <exception cref="ArgumentException">A setting cannot be used.</exception>
    /// <exception cref="ImportException">The file cannot be read as a whole.</exception>
    public AnalysisResult Run(
        AnalysisInput input, AnalysisOptions options, IProgress<AnalysisProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(options);
        options = WithOneSeed(options);
        options.Validate();
        var run = new StageRunner(cache, progress, cancellationToken);
        string importKey = StageKey.Of(AnalysisStage.Import, input.Identity, Recipe.Fingerprint(options.Import));
        // Without its table nothing can be shown, so a failure to read is the failure of the run.
        ImportedFile file = run.Require(
            AnalysisStage.Import, importKey, report => Read(input, options.Import, importKey, report, cancellationToken), f => f.EstimatedBytes);
        file = AsNamed(file, input.FileName);
        if (imports?.Holds(importKey) == false)
        {
            // It came from another workspace with the same bytes; a restart must find it in this one too.
            imports.Save(importKey, file);
        }

        AnalysisResult result = file.Transactions is null
            ? RunAttributes(run, file, options, importKey, input.Anchor, cancellationToken)
            : RunTransactions(run, file, options, importKey, input, cancellationToken);
        // A stage that ended before it heeded the request must not make a cancelled run look like a whole one.
        cancellationToken.ThrowIfCancellationRequested();
        return result;
    }

    /// <summary>The same bytes may have come under another name before.</summary>
    private static ImportedFile AsNamed(ImportedFile file, string name) => file.Report.FileName == name
        ? file
        : file with { Report = file.Report with { FileName = name } };

    private static AnalysisOptions WithOneSeed(AnalysisOptions options) => options with
    {
        Segmentation = options.Segmentation with { Seed = options.Seed },
        Comparison = options.Comparison is { } comparison ? comparison with { Seed = options.Seed } : null,
        Prediction = options.Prediction with { Seed = options.Seed },
    };

    private ImportedFile Read(
        AnalysisInput input, ImportOptions options, string key, IProgress<WorkProgress> progress, CancellationToken cancellationToken)
    {
        if (imports?.TryLoad(key) is { } kept)
        {
            return kept;
        }

        if (limits is not null)
        {
            options = options with { Limits = limits };
        }

        progress.Report(new WorkProgress("Looking at the file", double.NaN));
        FileKind kind = options.Kind ?? FileProfiler.Profile(input.Path, input.FileName, options, cancellationToken).Kind;
        ImportedFile file;
        if (kind == FileKind.Transactions)
        {
            var (table, report) = TransactionImporter.Import(input.Path, input.FileName, options, progress, cancellationToken);
            file = new ImportedFile(table, null, report);
        }
        else
        {
            var (table, report) = CustomerAttributeImporter.Import(input.Path, input.FileName, options, progress, cancellationToken);
            file = new ImportedFile(null, table, report);
        }

        imports?.Save(key, file);
        return file;
    }

    private AnalysisResult RunTransactions(
        StageRunner run, ImportedFile file, AnalysisOptions options, string importKey, AnalysisInput source, CancellationToken cancellationToken)
    {
        IReadOnlyList<CleaningStep> ledger = [];
        CleaningTotals? asRead = null;
        string cleaningKey = StageKey.Of(AnalysisStage.Cleaning, importKey, Recipe.Fingerprint(options.Cleaning));
        CleaningResult? cleaning = run.Try(
            AnalysisStage.Cleaning,
            cleaningKey,
            progress =>
            {
                try
                {
                    return CleaningPipeline.Run(file.Transactions!, options.Cleaning, progress, cancellationToken);
                }
                catch (NothingLeftException nothing)
                {
                    (ledger, asRead) = (nothing.Steps, nothing.Before);
                    throw;
                }
            },
            result => (80L * result.Cleaned.RowCount) + result.RemovedBy.Length);

        // Prediction needs nothing of the segments, nor they of it: the two go side by side.
        Task<PredictionResult?> predicting = Task.Run(() => Predict(run, cleaning, options, cleaningKey, cancellationToken), CancellationToken.None);
        CustomerFeatureTable? features;
        JoinedAttributes? joined = null;
        Grouping grouping;
        try
        {
            string featuresKey = StageKey.Of(AnalysisStage.Features, cleaningKey, Recipe.Fingerprint(options.Features));
            features = run.Try(
                AnalysisStage.Features,
                featuresKey,
                cleaning,
                (input, _) => CustomerFeatureBuilder.Build(input.Cleaned, options.Features, cancellationToken),
                result => 8L * result.RowCount * (result.Columns.Count + 2));
            if (source.Attributes is { } attributes && features is not null)
            {
                featuresKey = StageKey.Of(AnalysisStage.Features, featuresKey, attributes.Identity, Recipe.Fingerprint(options.Attributes));
                joined = run.Try(
                    AnalysisStage.Features,
                    featuresKey,
                    features,
                    (input, progress) => Join(input, attributes, options.Attributes, progress, cancellationToken),
                    result => 8L * result.Table.RowCount * (result.Table.Columns.Count + 2));
                features = joined?.Table ?? features;
            }

            grouping = GroupingStages.Run(run, features, cleaning?.Cleaned, options.Segmentation, options, featuresKey, source.Anchor, cancellationToken);
        }
        finally
        {
            // Nothing of this run may still be at work when it returns, however it ends.
            Task.WhenAny(predicting).GetAwaiter().GetResult();
        }

        PredictionResult? prediction = predicting.GetAwaiter().GetResult();

        return new AnalysisResult
        {
            Options = options,
            File = file,
            Cleaning = cleaning,
            Ledger = cleaning?.Steps ?? ledger,
            AsRead = cleaning?.Before ?? asRead,
            Features = features,
            Segmentation = grouping.Segmentation,
            Methods = grouping.Methods,
            Comparison = grouping.Comparison,
            Personas = grouping.Personas,
            Prediction = prediction,
            Stages = run.Outcomes,
            Notes = joined?.Notes ?? [],
        };
    }

    /// <summary>The features with the attributes beside them; attributes that cannot be used cost a note, not the analysis.</summary>
    private JoinedAttributes Join(
        CustomerFeatureTable features, AttributeSource source, AttributeFeatureOptions options, IProgress<WorkProgress> progress, CancellationToken cancellationToken)
    {
        try
        {
            var import = new ImportOptions { Kind = FileKind.CustomerAttributes, Limits = limits ?? new ImportLimits() };
            var (table, _) = CustomerAttributeImporter.Import(source.Path, source.FileName, import, progress, cancellationToken);
            return AttributeJoin.Add(features, table, options);
        }
        catch (Exception refused) when (refused is ImportException or ArgumentException)
        {
            return new JoinedAttributes(features, [$"The attributes of '{source.FileName}' were not added: {StageRunner.Describe(refused)}"]);
        }
    }

    private static PredictionResult? Predict(
        StageRunner run, CleaningResult? cleaning, AnalysisOptions options, string cleaningKey, CancellationToken cancellationToken)
    {
        string key = StageKey.Of(AnalysisStage.Prediction, cleaningKey, Recipe.Fingerprint(options.Prediction), Text(options.Seed));
        PredictionResult? prediction = run.Try(
            AnalysisStage.Prediction,
            key,
            cleaning,
            (input, progress) => PurchasePrediction.Run(input.Cleaned, options.Prediction, progress, cancellationToken),
            result => 400L * (result.Customers.Count + 100));
        if (prediction?.Unavailable is { } unavailable)
        {
            run.MarkUnavailable(AnalysisStage.Prediction, unavailable.Message);
        }

        return prediction;
    }

    private static AnalysisResult RunAttributes(
        StageRunner run, ImportedFile file, AnalysisOptions options, string importKey, SegmentAnchor? anchor, CancellationToken cancellationToken)
    {
        run.MarkUnavailable(AnalysisStage.Cleaning, TransactionsOnly);
        string featuresKey = StageKey.Of(AnalysisStage.Features, importKey, Recipe.Fingerprint(options.Attributes));
        AttributeFeatureSet? set = run.Try(
            AnalysisStage.Features,
            featuresKey,
            _ => AttributeFeatures.Build(file.Attributes!, options.Attributes),
            result => 8L * result.Table.RowCount * (result.Table.Columns.Count + 2));
        SegmentationOptions segmentationOptions = set is null ? options.Segmentation : ForAttributes(options.Segmentation, set);
        Grouping grouping = GroupingStages.Run(run, set?.Table, null, segmentationOptions, OfAttributes(options, set), featuresKey, anchor, cancellationToken);
        run.MarkUnavailable(AnalysisStage.Prediction, TransactionsOnly);
        return new AnalysisResult
        {
            Options = options,
            File = file,
            Features = set?.Table,
            Segmentation = grouping.Segmentation,
            Methods = grouping.Methods,
            Comparison = grouping.Comparison,
            Personas = grouping.Personas,
            Stages = run.Outcomes,
            Notes = set?.Notes ?? [],
        };
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

    private static AnalysisOptions OfAttributes(AnalysisOptions options, AttributeFeatureSet? set) =>
        options.Comparison is { } comparison && set is not null ? options with { Comparison = ForAttributes(comparison, set) } : options;

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
