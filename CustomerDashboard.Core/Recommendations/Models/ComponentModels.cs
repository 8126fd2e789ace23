using CustomerDashboard.Core.Learning.Decomposition;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Recommendations.Models;

/// <summary>Every single recommender, learned from the same history; the parts of the hybrid.</summary>
internal sealed class ComponentModels
{
    /// <summary>The parts in the order of their numbers everywhere.</summary>
    public static IReadOnlyList<RecommenderKind> Kinds { get; } =
    [
        RecommenderKind.Popularity, RecommenderKind.Trending, RecommenderKind.RepeatPurchases, RecommenderKind.ItemNeighbours,
        RecommenderKind.BasketRules, RecommenderKind.TruncatedSvd, RecommenderKind.ImplicitAls,
    ];

    private ComponentModels(PurchaseHistory history, IRecommenderModel[] models) => (History, Models) = (history, models);

    public PurchaseHistory History { get; }

    /// <summary>One model for each of <see cref="Kinds"/>.</summary>
    public IRecommenderModel[] Models { get; }

    public AlsModel Als => (AlsModel)Models[6];

    public SvdModel Svd => (SvdModel)Models[5];

    public NeighbourTable Items => ((NeighbourModel)Models[3]).Table;

    public NeighbourTable Rules => ((NeighbourModel)Models[4]).Table;

    /// <summary>Learns all parts.</summary>
    /// <param name="history">What customers bought.</param>
    /// <param name="options">Their settings.</param>
    /// <param name="earlier">The parts learned from less of the same history: factors go on from there in a few rounds.</param>
    /// <param name="progress">How far it is.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static ComponentModels Fit(
        PurchaseHistory history, RecommendationOptions options, ComponentModels? earlier, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        ImplicitAlsOptions als = AlsRecommender.Default with
        {
            Factors = options.Factors,
            Rounds = earlier is null ? options.Rounds : Math.Min(options.Rounds, 3),
            Seed = options.Seed,
        };
        var svd = new TruncatedSvdOptions { Components = options.Dimensions, PowerIterations = 4, Seed = options.Seed };
        progress?.Report(new WorkProgress("Counting what is bought together", 0));
        IRecommenderModel popularity = new PopularityRecommender().Fit(history, null, cancellationToken);
        IRecommenderModel trending = new TrendingRecommender().Fit(history, null, cancellationToken);
        IRecommenderModel repeat = new RepeatRecommender().Fit(history, null, cancellationToken);
        IRecommenderModel items = new ItemNeighbourRecommender(options.Neighbours).Fit(history, null, cancellationToken);
        IRecommenderModel rules = new BasketRuleRecommender(options.Neighbours).Fit(history, null, cancellationToken);
        progress?.Report(new WorkProgress("Finding dimensions", 0.3));
        IRecommenderModel reduced = new SvdRecommender(svd).Fit(history, null, cancellationToken);
        progress?.Report(new WorkProgress("Learning tastes", 0.5));
        IRecommenderModel factors = AlsRecommender.FitFrom(history, earlier?.Als, als, null, cancellationToken);
        progress?.Report(new WorkProgress("Learning tastes", 1));
        return new ComponentModels(history, [popularity, trending, repeat, items, rules, reduced, factors]);
    }
}
