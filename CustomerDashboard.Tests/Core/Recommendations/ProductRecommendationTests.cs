using CustomerDashboard.Core.Cleaning;
using CustomerDashboard.Core.Recommendations;
using CustomerDashboard.Core.Recommendations.Evaluation;
using CustomerDashboard.Core.Recommendations.Models;

namespace CustomerDashboard.Tests.Core.Recommendations;

public class ProductRecommendationTests
{
    private static readonly Lazy<RecommendationResult> FirstFile = new(() =>
    {
        CleanedTransactions lines = Shop.First();
        return ProductRecommendation.Run(lines, new RecommendationOptions(), Shop.NonProducts(lines));
    });

    /// <summary>The figures of implicit 0.7.3 and scikit-learn 1.2.1 on the same customers, products and days.</summary>
    [Fact]
    public void On_the_first_file_every_recommender_is_no_worse_than_its_peer_and_the_hybrid_better_than_all()
    {
        SharedData.Require("online_retail.csv.gz");
        RecommenderEvaluation evaluation = FirstFile.Value.Evaluation!;
        Assert.Equal((3368, 3432), (evaluation.TrainingCustomers, evaluation.TrainingProducts));
        Assert.Equal(new DateTime(2011, 9, 10, 12, 50, 0), evaluation.Cutoff);

        RankingScores popular = New(RecommenderKind.Popularity);
        Assert.Equal((.047, .019, .050, .018), (Round(popular.Precision.Value), Round(popular.Recall.Value), Round(popular.Ndcg.Value), Round(popular.Coverage)));
        Assert.Equal((.102, .111), (Round(All(RecommenderKind.Popularity).Precision.Value), Round(All(RecommenderKind.Popularity).Ndcg.Value)));

        Assert.InRange(New(RecommenderKind.ItemNeighbours).Precision.Value, .093, 1);
        Assert.InRange(All(RecommenderKind.ItemNeighbours).Precision.Value, .211, 1);
        Assert.InRange(New(RecommenderKind.TruncatedSvd).Precision.Value, .097, 1);
        Assert.InRange(All(RecommenderKind.TruncatedSvd).Precision.Value, .267, 1);
        Assert.InRange(New(RecommenderKind.ImplicitAls).Precision.Value, .097, 1);
        Assert.InRange(All(RecommenderKind.ImplicitAls).Precision.Value, .272, 1);
        Assert.InRange(All(RecommenderKind.RepeatPurchases).Precision.Value, .328, 1);
        Assert.InRange(All(RecommenderKind.RepeatPurchases).Ndcg.Value, .376, 1);

        Assert.Equal(RecommenderKind.Hybrid, FirstFile.Value.Best(CandidateScope.NewProducts)!.Model);
        Assert.Equal(RecommenderKind.Hybrid, FirstFile.Value.Best(CandidateScope.AllProducts)!.Model);
        Assert.InRange(New(RecommenderKind.Hybrid).Precision.Value, .108, 1);
        Assert.InRange(New(RecommenderKind.Hybrid).Ndcg.Value, .125, 1);
        Assert.InRange(All(RecommenderKind.Hybrid).Precision.Value, .338, 1);
        Assert.InRange(All(RecommenderKind.Hybrid).Ndcg.Value, .385, 1);

        RankingScores New(RecommenderKind kind) => evaluation.Find(kind, CandidateScope.NewProducts)!;
        RankingScores All(RecommenderKind kind) => evaluation.Find(kind, CandidateScope.AllProducts)!;
    }

    [Fact]
    public void Recommendations_of_the_first_file_have_reasons_with_true_numbers()
    {
        SharedData.Require("online_retail.csv.gz");
        RecommendationEngine engine = FirstFile.Value.Engine!;
        int cakestand = engine.FindProduct("22423");
        IReadOnlyList<Recommendation> offers = engine.Recommend(CustomerHistory.OfBasket([cakestand]), new RecommendationOptions());
        RecommendationReason reason = offers.SelectMany(offer => offer.Reasons).First(reason => reason.Kind == ReasonKind.SameBaskets);
        Recommendation offered = offers.First(offer => offer.Reasons.Contains(reason));
        PurchaseLog log = engine.History.Log;
        int together = Enumerable.Range(0, log.BasketCount)
            .Count(basket => log.Basket(basket).Contains(cakestand) && log.Basket(basket).Contains(offered.Product));
        Assert.Equal(together, reason.Count);
        Assert.Contains($"{together} baskets", reason.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void The_hybrid_never_looks_at_the_days_it_is_judged_on()
    {
        // Other purchases in the last days change what is judged, not the weights.
        CleanedTransactions lines = Shop.TwoTastes(customers: 120);
        RecommendationResult first = ProductRecommendation.Run(lines, new RecommendationOptions { HoldoutDays = 60 });
        DateTime cutoff = first.Evaluation!.Cutoff;
        int[] products = [.. lines.Product];
        for (int line = 0; line < products.Length; line++)
        {
            products[line] = lines.Ticks[line] >= cutoff.Ticks ? (products[line] + 3) % lines.ProductCodes.Length : products[line];
        }

        RecommendationResult second = ProductRecommendation.Run(With(lines, products), new RecommendationOptions { HoldoutDays = 60 });
        Assert.Equal(first.Engine!.ForNew.Weights, second.Engine!.ForNew.Weights);
        Assert.Equal(first.Engine.ForAll.Weights, second.Engine.ForAll.Weights);
        Assert.NotEqual(
            first.Evaluation.Find(RecommenderKind.Hybrid, CandidateScope.AllProducts)!.Precision.Value,
            second.Evaluation!.Find(RecommenderKind.Hybrid, CandidateScope.AllProducts)!.Precision.Value);
    }

    [Fact]
    public void Customers_of_one_taste_are_offered_products_of_that_taste()
    {
        RecommendationEngine engine = ProductRecommendation.Run(Shop.TwoTastes(), new RecommendationOptions()).Engine!;
        IReadOnlyList<Recommendation>[] all = engine.RecommendAll(null, new RecommendationOptions { Count = 3 }, cancellationToken: TestContext.Current.CancellationToken);
        int own = 0, offers = 0;
        for (int customer = 0; customer < all.Length; customer++)
        {
            int taste = int.Parse(engine.History.Log.CustomerIds[customer].AsSpan(1), System.Globalization.CultureInfo.InvariantCulture) % 2;
            own += all[customer].Count(offer => (int.Parse(offer.Code.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture) >= 15 ? 1 : 0) == taste);
            offers += all[customer].Count;
        }

        Assert.InRange((double)own / offers, 0.8, 1);
    }

    [Fact]
    public void Diversity_makes_lists_less_alike()
    {
        SharedData.Require("online_retail.csv.gz");
        RecommendationEngine engine = FirstFile.Value.Engine!;
        var options = new RecommendationOptions { Count = 10 };
        double plain = Likeness(options);
        double diverse = Likeness(options with { Diversity = 0.5 });
        Assert.True(diverse < plain - 0.05, $"{diverse} against {plain}");

        double Likeness(RecommendationOptions wanted)
        {
            double sum = 0;
            for (int customer = 0; customer < 400; customer += 10)
            {
                IReadOnlyList<Recommendation> list = engine.Recommend(engine.History.Of(customer), wanted);
                sum += list.SelectMany(a => list.Where(b => b.Product < a.Product).Select(b => engine.Likeness(a.Product, b.Product))).Average();
            }

            return sum / 40;
        }
    }

    [Fact]
    public void A_segment_is_offered_what_most_of_its_customers_are()
    {
        RecommendationEngine engine = ProductRecommendation.Run(Shop.TwoTastes(), new RecommendationOptions()).Engine!;
        int[] even = [.. Enumerable.Range(0, engine.History.CustomerCount).Where(c => engine.History.Log.CustomerIds[c][^1] % 2 == 0)];
        SegmentTaste segment = SegmentTaste.Of(engine.History, "Even", even);
        IReadOnlyList<SegmentRecommendation> offers = engine.RecommendForSegment(segment, new RecommendationOptions { Count = 5 }, TestContext.Current.CancellationToken);
        Assert.Equal(5, offers.Count);
        Assert.Equal(even.Length, offers[0].Of);
        Assert.Equal(offers.OrderByDescending(offer => offer.Customers).Select(offer => offer.Product), offers.Select(offer => offer.Product));
        Assert.True(offers.Count(offer => string.CompareOrdinal(offer.Code, "P15") < 0) >= 4);
    }

    [Fact]
    public void Says_what_is_missing_instead_of_failing()
    {
        Assert.Contains("one customer", Run("Ann 0 A B", "Ann 5 C").Unavailable!, StringComparison.Ordinal);
        Assert.Contains("one product", Run("Ann 0 A", "Bob 5 A").Unavailable!, StringComparison.Ordinal);
        RecommendationResult few = Run("Ann 0 A B", "Bob 100 B C", "Cid 300 A C", "Ann 380 B");
        Assert.Null(few.Unavailable);
        Assert.Null(few.Evaluation);
        Assert.Contains("at least 10", few.NotJudged!, StringComparison.Ordinal);
        Assert.Equal("C", few.Engine!.Recommend(few.Engine.History.Of(0), new RecommendationOptions())[0].Code);
        Assert.Equal(0, few.Engine.ForNew.Customers);
        Assert.Contains("four days", Run("Ann 0 A B", "Bob 1 B C").NotJudged!, StringComparison.Ordinal);

        static RecommendationResult Run(params string[] baskets) => ProductRecommendation.Run(Shop.Of(baskets), new RecommendationOptions());
    }

    [Fact]
    public void A_huge_catalogue_is_cut_to_what_sells_most_and_said_so()
    {
        string[] baskets = [.. Enumerable.Range(0, 1300).Select(b => $"C{b % 40} {b % 300} {string.Join(' ', Enumerable.Range(0, 10).Select(i => $"P{((b * 10) + i) % 12_000}"))}")];
        RecommendationResult result = ProductRecommendation.Run(Shop.Of(baskets), new RecommendationOptions { Dimensions = 5, Factors = 4, Rounds = 1 });
        Assert.Contains(result.Notes, note => note.Contains("10,000", StringComparison.Ordinal));
        Assert.Equal(ProductRecommendation.MostProducts, result.Engine!.History.Buyers.Count(buyers => buyers > 0));
    }

    [Fact]
    public void Dimensions_tell_tastes_apart_and_join_the_features()
    {
        CleanedTransactions lines = Shop.TwoTastes();
        PurchaseHistory history = Shop.History(lines);
        ProductDimensions dimensions = ProductDimensions.Of(history, 3, cancellationToken: TestContext.Current.CancellationToken);
        double[] second = dimensions.Places.Column(1);
        double[] evens = [.. second.Where((_, customer) => history.Log.CustomerIds[customer][^1] % 2 == 0)];
        double[] odds = [.. second.Where((_, customer) => history.Log.CustomerIds[customer][^1] % 2 == 1)];
        Assert.True(Math.Abs(evens.Average() - odds.Average()) > 0.4);
        Assert.All(second, place => Assert.InRange(place, -1, 1));
        Assert.NotEmpty(dimensions.Dimensions[1].Low);

        var features = CustomerDashboard.Core.Features.CustomerFeatureBuilder.Build(lines, cancellationToken: TestContext.Current.CancellationToken);
        var joined = dimensions.AddTo(features, 2);
        Assert.Equal(features.Columns.Count + 2, joined.Columns.Count);
        Assert.Equal(second, joined["ProductDimension2"]);
    }

    [Theory]
    [InlineData(0, 10, 0)]
    [InlineData(90, 0, 0)]
    [InlineData(90, 10, 1.5)]
    public void Refuses_settings_that_cannot_be_used(int holdout, int count, double diversity) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new RecommendationOptions { HoldoutDays = holdout, Count = count, Diversity = diversity }.Validate());

    private static double Round(double value) => Math.Round(value, 3);

    private static CleanedTransactions With(CleanedTransactions lines, int[] products) => new()
    {
        Source = lines.Source,
        SourceRow = lines.SourceRow,
        Customer = lines.Customer,
        Invoice = lines.Invoice,
        Product = products,
        Country = lines.Country,
        Ticks = lines.Ticks,
        Quantity = lines.Quantity,
        UnitPrice = lines.UnitPrice,
        Amount = lines.Amount,
        CustomerIds = lines.CustomerIds,
        InvoiceCount = lines.InvoiceCount,
        ProductCodes = lines.ProductCodes,
        ProductNames = lines.ProductNames,
        Countries = lines.Countries,
        Cancellations = lines.Cancellations,
    };
}
