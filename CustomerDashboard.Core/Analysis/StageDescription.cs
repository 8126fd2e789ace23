namespace CustomerDashboard.Core.Analysis;

/// <summary>What the run has to know of a stage before it begins. A new stage has its line here and is otherwise a file of its own.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Words">What a person is told it does.</param>
/// <param name="Weight">About how many seconds of a whole run it takes on the real file, so that the bar moves at an even pace.</param>
/// <param name="Needs">The stage whose result it takes; where that has none, its reason is this stage's.</param>
internal sealed record StageDescription(AnalysisStage Stage, string Words, double Weight, AnalysisStage? Needs)
{
    /// <summary>All stages; where there are more than the machine can work on, those that stand first begin first.</summary>
    public static IReadOnlyList<StageDescription> All { get; } =
    [
        new(AnalysisStage.Import, "Reading the file", .8, null),
        new(AnalysisStage.Cleaning, "Cleaning", .25, AnalysisStage.Import),
        new(AnalysisStage.Features, "Describing customers", .1, AnalysisStage.Cleaning),
        new(AnalysisStage.Segmentation, "Finding segments", 1.5, AnalysisStage.Features),
        new(AnalysisStage.Personas, "Writing personas", .3, AnalysisStage.Segmentation),
        new(AnalysisStage.Prediction, "Learning to predict", 5, AnalysisStage.Cleaning),
        new(AnalysisStage.SegmentPrediction, "Foretelling segments", .5, AnalysisStage.Segmentation),
        new(AnalysisStage.LifetimeValue, "Valuing customers", .7, AnalysisStage.Cleaning),
        new(AnalysisStage.Comparison, "Comparing methods", 1.5, AnalysisStage.Segmentation),
        new(AnalysisStage.Baskets, "Finding what is bought together", .4, AnalysisStage.Cleaning),
        new(AnalysisStage.ProductNetwork, "Linking products", .7, AnalysisStage.Cleaning),
        new(AnalysisStage.CustomerNetwork, "Linking customers", .3, AnalysisStage.Cleaning),
        new(AnalysisStage.Recommendation, "Learning what to offer", 1.5, AnalysisStage.Cleaning),
    ];

    private static readonly Dictionary<AnalysisStage, int> Places = All.Select((stage, place) => (stage.Stage, place)).ToDictionary();

    private static readonly double Sum = All.Sum(stage => stage.Weight);

    /// <summary>The share of a whole run it takes.</summary>
    public double Share => Weight / Sum;

    public static StageDescription Of(AnalysisStage stage) => All[Place(stage)];

    /// <summary>Its place in <see cref="All"/>.</summary>
    public static int Place(AnalysisStage stage) => Places[stage];
}
