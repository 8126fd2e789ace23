using CustomerDashboard.Core.Recommendations.Models;

namespace CustomerDashboard.Core.Recommendations;

/// <summary>Settings of the recommendations: what is learned, how it is judged, and what is offered.</summary>
public sealed record RecommendationOptions
{
    /// <summary>The days at the end of the data on which recommendations are judged; as many before them teach the hybrid.</summary>
    public int HoldoutDays { get; init; } = 90;

    /// <summary>How many neighbours of each product are kept.</summary>
    public int Neighbours { get; init; } = 50;

    /// <summary>Dimensions of the customer x product matrix (truncated SVD).</summary>
    public int Dimensions { get; init; } = 50;

    /// <summary>Factors of the implicit factorisation (ALS).</summary>
    public int Factors { get; init; } = 64;

    /// <summary>Rounds of the implicit factorisation.</summary>
    public int Rounds { get; init; } = 15;

    /// <summary>How many of the leading dimensions join the features that customers can be grouped by; 0 for none.</summary>
    public int FeatureDimensions { get; init; }

    /// <summary>The recommender in use.</summary>
    public RecommenderKind Model { get; init; } = RecommenderKind.Hybrid;

    /// <summary>How many products are offered to each customer.</summary>
    public int Count { get; init; } = 10;

    /// <summary>Whether products the customer bought before may be offered again.</summary>
    public bool IncludeRepeats { get; init; }

    /// <summary>Codes of products that are never offered.</summary>
    public IReadOnlyList<string> ExcludedProducts { get; init; } = [];

    /// <summary>Codes of the products in stock; only these are offered. Null offers all.</summary>
    public IReadOnlyList<string>? InStock { get; init; }

    /// <summary>From 0, the most fitting products, to 1, products as different from each other as can be.</summary>
    public double Diversity { get; init; }

    /// <summary>Chooses the beginnings of factorisations and the customers of samples.</summary>
    public int Seed { get; init; } = 42;

    /// <summary>Checks every setting.</summary>
    /// <exception cref="ArgumentException">A setting cannot be used; the message says what can.</exception>
    public void Validate()
    {
        RequireBetween(HoldoutDays, 1, 3650, nameof(HoldoutDays), "The days to judge on");
        RequireBetween(Neighbours, 1, 1000, nameof(Neighbours), "The neighbours of a product");
        RequireBetween(Dimensions, 2, 500, nameof(Dimensions), "The dimensions");
        RequireBetween(Factors, 2, 512, nameof(Factors), "The factors");
        RequireBetween(Rounds, 1, 200, nameof(Rounds), "The rounds");
        RequireBetween(FeatureDimensions, 0, 20, nameof(FeatureDimensions), "The dimensions used as features");
        RequireBetween(Count, 1, 100, nameof(Count), "The products offered to a customer");
        if (!(Diversity >= 0 && Diversity <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(Diversity), Diversity, "Diversity lies between 0 and 1.");
        }

        if (!Enum.IsDefined(Model))
        {
            throw new ArgumentOutOfRangeException(nameof(Model), Model, $"The recommender is one of {string.Join(", ", Enum.GetNames<RecommenderKind>())}.");
        }

        if (InStock is { Count: 0 })
        {
            throw new ArgumentException("The list of products in stock is empty, so nothing could be offered. Leave it out to offer all.", nameof(InStock));
        }
    }

    private static void RequireBetween(int value, int least, int most, string name, string words)
    {
        if (value < least || value > most)
        {
            throw new ArgumentOutOfRangeException(name, value, $"{words} lie between {least} and {most}.");
        }
    }
}
