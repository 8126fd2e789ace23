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

/// <summary>
/// The recipe: every setting of an analysis, one record per stage. Together with the file it determines every figure.
/// The default is the five standard cleaning rules, then Recency, Frequency and Monetary, log1p and standardised, grouped
/// by K-Means for k from 2 to 12 with ten starts, seed 42.
/// </summary>
public sealed record AnalysisOptions
{
    public static AnalysisOptions Default { get; } = new();

    /// <summary>How the file is read; what is left open is found out from its content.</summary>
    public ImportOptions Import { get; init; } = new();

    public CleaningOptions Cleaning { get; init; } = new();

    public FeatureOptions Features { get; init; } = new();

    /// <summary>For a file with one row per customer: which columns become features.</summary>
    public AttributeFeatureOptions Attributes { get; init; } = new();

    /// <summary>
    /// How customers are grouped. For a file with one row per customer, features that the file does not have stand for
    /// all of its numeric columns, standardised.
    /// </summary>
    public SegmentationOptions Segmentation { get; init; } = new();

    /// <summary>A second way to group the same customers, to be compared with <see cref="Segmentation"/>; null compares none.</summary>
    public SegmentationOptions? Comparison { get; init; }

    public PersonaOptions Personas { get; init; } = new();

    public PredictionOptions Prediction { get; init; } = new();

    /// <summary>What is bought together: which baskets are looked at and which rules are kept.</summary>
    public BasketOptions Baskets { get; init; } = new();

    /// <summary>Which products count as linked.</summary>
    public ProductNetworkOptions ProductNetwork { get; init; } = new();

    /// <summary>Which customers count as linked by the products they share.</summary>
    public CustomerNetworkOptions CustomerNetwork { get; init; } = new();

    public LifetimeValueOptions LifetimeValue { get; init; } = new();

    /// <summary>What is learned from purchases to recommend products, and what is offered.</summary>
    public RecommendationOptions Recommendation { get; init; } = new();

    /// <summary>The seed of every random choice; those inside the stages' own options are not looked at.</summary>
    public int Seed { get; init; } = 42;

    /// <summary>Checks every setting.</summary>
    /// <exception cref="ArgumentException">A setting cannot be used; the message says which and what to do.</exception>
    public void Validate()
    {
        Import.Validate();
        Cleaning.Validate();
        Features.Validate();
        Attributes.Validate();
        Segmentation.Validate();
        Comparison?.Validate();
        Personas.Validate();
        Prediction.Validate();
        Baskets.Validate();
        ProductNetwork.Validate();
        CustomerNetwork.Validate();
        LifetimeValue.Validate();
        Recommendation.Validate();
    }
}
