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

    /// <summary>What each customer is still good for.</summary>
    LifetimeValue,

    /// <summary>The same customers divided by other methods, and by the settings of <see cref="AnalysisOptions.Comparison"/>.</summary>
    Comparison,

    /// <summary>What needs the segments to be foretold.</summary>
    SegmentPrediction,

    /// <summary>What is bought together.</summary>
    Baskets,

    /// <summary>Products linked by the baskets that hold both.</summary>
    ProductNetwork,

    /// <summary>Customers linked by the products both have bought.</summary>
    CustomerNetwork,

    /// <summary>Products to offer to each customer.</summary>
    Recommendation,
}
