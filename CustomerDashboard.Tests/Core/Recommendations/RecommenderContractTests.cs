using CustomerDashboard.Core.Learning.Decomposition;
using CustomerDashboard.Core.Recommendations;
using CustomerDashboard.Core.Recommendations.Models;

namespace CustomerDashboard.Tests.Core.Recommendations;

/// <summary>What every recommender promises.</summary>
public class RecommenderContractTests
{
    private static readonly Lazy<RecommendationEngine> Engine = new(() => ProductRecommendation.Run(Shop.TwoTastes(), new RecommendationOptions()).Engine!);

    public static TheoryData<RecommenderKind> Kinds => [.. Enum.GetValues<RecommenderKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Offers_nothing_bought_before_unless_asked(RecommenderKind kind)
    {
        var options = new RecommendationOptions { Model = kind, Count = 8 };
        IReadOnlyList<Recommendation>[] all = Engine.Value.RecommendAll(null, options, cancellationToken: TestContext.Current.CancellationToken);
        for (int customer = 0; customer < all.Length; customer++)
        {
            CustomerHistory own = Engine.Value.History.Of(customer);
            Assert.DoesNotContain(all[customer], offer => own.Has(offer.Product));
            Assert.Equal(all[customer].Count, all[customer].DistinctBy(offer => offer.Product).Count());
            Assert.All(all[customer], offer => Assert.NotEmpty(offer.Reasons));
        }

        Assert.Contains(
            Engine.Value.RecommendAll(null, options with { IncludeRepeats = true }, cancellationToken: TestContext.Current.CancellationToken).SelectMany(list => list),
            offer => !offer.IsNew || kind is RecommenderKind.Popularity or RecommenderKind.Trending);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Knows_what_to_offer_somebody_unknown(RecommenderKind kind)
    {
        IReadOnlyList<Recommendation> offers = Engine.Value.Recommend(CustomerHistory.Empty, new RecommendationOptions { Model = kind, Count = 5 });
        Assert.Equal(5, offers.Count);
        Assert.All(offers, offer => Assert.Contains(offer.Reasons, reason => reason.Kind is ReasonKind.PopularWithEveryone or ReasonKind.SellsNow));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Heeds_what_is_excluded_and_in_stock(RecommenderKind kind)
    {
        string[] stock = ["P01", "p02", "P03", "P04", "P20", "P21"];
        var options = new RecommendationOptions { Model = kind, InStock = stock, ExcludedProducts = ["P03"], IncludeRepeats = true };
        foreach (IReadOnlyList<Recommendation> list in Engine.Value.RecommendAll(null, options, cancellationToken: TestContext.Current.CancellationToken))
        {
            Assert.All(list, offer => Assert.True(offer.Code != "P03" && stock.Contains(offer.Code, StringComparer.OrdinalIgnoreCase), offer.Code));
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Gives_one_customer_the_same_alone_and_among_all(RecommenderKind kind)
    {
        // The lists of all are made by several threads, that of one by this thread: both must be the same to the last digit.
        var options = new RecommendationOptions { Model = kind };
        IReadOnlyList<Recommendation>[] all = Engine.Value.RecommendAll(null, options, cancellationToken: TestContext.Current.CancellationToken);
        for (int customer = 0; customer < all.Length; customer += 7)
        {
            IReadOnlyList<Recommendation> alone = Engine.Value.Recommend(Engine.Value.History.Of(customer), options);
            Assert.Equal(all[customer].Select(offer => (offer.Product, offer.Score)), alone.Select(offer => (offer.Product, offer.Score)));
        }
    }

    [Fact]
    public void Every_recommender_learns_the_same_twice()
    {
        PurchaseHistory history = Engine.Value.History;
        IRecommender[] recommenders =
        [
            new PopularityRecommender(), new TrendingRecommender(), new RepeatRecommender(), new ItemNeighbourRecommender(), new BasketRuleRecommender(),
            new SvdRecommender(new TruncatedSvdOptions { Components = 5 }), new AlsRecommender(new ImplicitAlsOptions { Factors = 8, DegreeOfParallelism = 3 }),
        ];
        var first = new float[history.ProductCount];
        var second = new float[history.ProductCount];
        foreach (IRecommender recommender in recommenders)
        {
            recommender.Fit(history, cancellationToken: TestContext.Current.CancellationToken).Score(history.Of(3), first);
            recommender.Fit(history, cancellationToken: TestContext.Current.CancellationToken).Score(history.Of(3), second);
            Assert.Equal(first, second);
            Assert.Contains(first, score => score > 0);
        }
    }
}
