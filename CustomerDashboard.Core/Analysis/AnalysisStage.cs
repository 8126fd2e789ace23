namespace CustomerDashboard.Core.Analysis;

/// <summary>The stages of an analysis, in the order they run.</summary>
public enum AnalysisStage
{
    Import,
    Cleaning,
    Features,
    Segmentation,
    Personas,
    Prediction,
}
