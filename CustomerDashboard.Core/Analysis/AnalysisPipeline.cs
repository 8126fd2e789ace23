using CustomerDashboard.Core.DataImport;
using CustomerDashboard.Core.Numerics;
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

    /// <summary>The stages that a file with one row per customer cannot have.</summary>
    private static readonly AnalysisStage[] OfTransactions =
    [
        AnalysisStage.Cleaning, AnalysisStage.LifetimeValue, AnalysisStage.SegmentPrediction, AnalysisStage.Baskets, AnalysisStage.ProductNetwork, AnalysisStage.CustomerNetwork,
        AnalysisStage.Recommendation,
    ];

    /// <inheritdoc cref="Run(AnalysisInput, AnalysisOptions, IProgress{AnalysisProgress}?, IProgress{AnalysisResult}?, CancellationToken)"/>
    public AnalysisResult Run(
        AnalysisInput input, AnalysisOptions options, IProgress<AnalysisProgress>? progress = null, CancellationToken cancellationToken = default) =>
        Run(input, options, progress, null, cancellationToken);

    /// <summary>Runs all stages; those whose result is kept are not computed again.</summary>
    /// <param name="input">The file.</param>
    /// <param name="options">The recipe.</param>
    /// <param name="progress">How far it is; may be reported from several threads.</param>
    /// <param name="results">Told of the result so far each time a stage has added to it, one report after the other, from the stage's thread; nothing is told of what a kept result gave at once.</param>
    /// <param name="cancellationToken">Ends the run; nothing half done is kept.</param>
    /// <returns>The results; a stage after the reading that fails is told in <see cref="AnalysisResult.Stages"/> and does not lose the others.</returns>
    /// <exception cref="ArgumentException">A setting cannot be used.</exception>
    /// <exception cref="ImportException">The file cannot be read as a whole.</exception>
    public AnalysisResult Run(
        AnalysisInput input, AnalysisOptions options, IProgress<AnalysisProgress>? progress, IProgress<AnalysisResult>? results, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(options);
        options = WithOneSeed(options);
        options.Validate();
        var run = new StageRunner(cache, progress, results, cancellationToken);
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

        run.Begin(new AnalysisResult { Options = options, File = file, Stages = new Dictionary<AnalysisStage, StageOutcome>() });
        if (file.Transactions is null)
        {
            StartAttributes(run, file, options, importKey, input.Anchor);
        }
        else
        {
            StartTransactions(run, file, options, importKey, input);
        }

        run.Finish();
        // A stage that ended before it heeded the request must not make a cancelled run look like a whole one.
        cancellationToken.ThrowIfCancellationRequested();
        return run.Result;
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
        ProductNetwork = options.ProductNetwork with { Seed = options.Seed },
        CustomerNetwork = options.CustomerNetwork with { Seed = options.Seed },
        LifetimeValue = options.LifetimeValue with { Seed = options.Seed },
        Recommendation = options.Recommendation with { Seed = options.Seed },
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

    /// <summary>Each line starts a stage, which runs when what it is given is there: the order of the lines says nothing.</summary>
    private void StartTransactions(StageRunner run, ImportedFile file, AnalysisOptions options, string importKey, AnalysisInput input)
    {
        Task<CleanedLines> lines = CleaningStage.Start(run, Task.FromResult(file), options, importKey);
        Task<GroupingInput> customers = FeatureStage.OfLines(run, lines, options, input.Attributes, limits);
        Task<Grouping> grouping = GroupingStages.Start(run, customers, options, input.Anchor);
        SegmentPredictionStage.Start(run, PredictionStage.Start(run, lines, options), grouping, options);
        BasketStage.Start(run, lines, grouping, options);
        NetworkStages.Start(run, lines, options);
        LifetimeValueStage.Start(run, lines, options);
        RecommendationStage.Start(run, lines, options);
    }

    private static void StartAttributes(StageRunner run, ImportedFile file, AnalysisOptions options, string importKey, SegmentAnchor? anchor)
    {
        Task<GroupingInput> customers = FeatureStage.OfAttributes(run, Task.FromResult(file), options, importKey);
        SegmentPredictionStage.StartAlone(run, GroupingStages.Start(run, customers, options, anchor), options);
        foreach (AnalysisStage stage in OfTransactions)
        {
            run.MarkUnavailable(stage, TransactionsOnly);
            run.Put(stage, result => result);
        }
    }
}
