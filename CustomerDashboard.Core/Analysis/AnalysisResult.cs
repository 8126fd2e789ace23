using CustomerDashboard.Core.Baskets;
using CustomerDashboard.Core.Baskets.Network;
using CustomerDashboard.Core.Cleaning;
using CustomerDashboard.Core.DataImport;
using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.LifetimeValue;
using CustomerDashboard.Core.Personas;
using CustomerDashboard.Core.Prediction;
using CustomerDashboard.Core.Recommendations;
using CustomerDashboard.Core.Segmentation;

namespace CustomerDashboard.Core.Analysis;

/// <summary>The results of all stages of one analysis. A stage without a result is null here and explained in <see cref="Stages"/>.</summary>
public sealed record AnalysisResult
{
    /// <summary>The options it was computed with.</summary>
    public required AnalysisOptions Options { get; init; }

    public required ImportedFile File { get; init; }

    /// <summary>What happened to every row of the file.</summary>
    public ImportReport Report => File.Report;

    /// <summary>Transactions, or one row per customer (then there is no cleaning and no prediction).</summary>
    public FileKind Kind => File.Kind;

    public CleaningResult? Cleaning { get; init; }

    /// <summary>The ledger; also there when the rules left nothing, so that a person sees which rule to change.</summary>
    public IReadOnlyList<CleaningStep> Ledger { get; init; } = [];

    /// <summary>What the lines add up to as read; also there when the rules left nothing. Null for one row per customer.</summary>
    public CleaningTotals? AsRead { get; init; }

    public CustomerFeatureTable? Features { get; init; }

    /// <summary>Segments for every k. Also there when none could be formed: then <see cref="SegmentationResult.Failure"/> says why.</summary>
    public SegmentationResult? Segmentation { get; init; }

    /// <summary>How every method divides the same customers, and how far each agrees with the segments in use; empty without segments.</summary>
    public IReadOnlyList<MethodRow> Methods { get; init; } = [];

    /// <summary>The customers divided as <see cref="AnalysisOptions.Comparison"/> asks; null when nothing was asked. It may hold a failure in words.</summary>
    public SegmentationResult? Comparison { get; init; }

    public PersonaSet? Personas { get; init; }

    public PredictionResult? Prediction { get; init; }

    /// <summary>What is bought together. Also there when nothing can be said: then <see cref="BasketResult.Unavailable"/> or <see cref="BasketResult.Refusal"/> says why.</summary>
    public BasketResult? Baskets { get; init; }

    /// <summary>The products linked by baskets. Also there when no network could be built: then <see cref="ProductNetworkResult.Unavailable"/> says why.</summary>
    public ProductNetworkResult? ProductNetwork { get; init; }

    /// <summary>The customers linked by products; as <see cref="ProductNetwork"/>.</summary>
    public CustomerNetworkResult? CustomerNetwork { get; init; }

    /// <summary>What each customer is still good for.</summary>
    public LifetimeValueResult? LifetimeValue { get; init; }

    /// <summary>What to offer whom. Also there when nothing can be recommended: then <see cref="RecommendationResult.Unavailable"/> says why.</summary>
    public RecommendationResult? Recommendation { get; init; }

    /// <summary>What became of each stage; stages that do not apply to the kind of file are unavailable with the reason.</summary>
    public required IReadOnlyDictionary<AnalysisStage, StageOutcome> Stages { get; init; }

    /// <summary>Remarks of the stages that a reader of the figures should know.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The segments in use, or null.</summary>
    public SegmentSolution? Segments => Segmentation is { HasSegments: true } found ? found.Chosen : null;

    /// <summary>True when a stage went wrong, as against the data not allowing it.</summary>
    public bool HasFailure => Stages.Values.Any(outcome => outcome.State == StageState.Failed);

    public TimeSpan Elapsed => Stages.Values.Aggregate(TimeSpan.Zero, (sum, outcome) => sum + outcome.Elapsed);
}
