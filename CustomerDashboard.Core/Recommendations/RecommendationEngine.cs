using CustomerDashboard.Core.Numerics;
using CustomerDashboard.Core.Recommendations.Models;

namespace CustomerDashboard.Core.Recommendations;

/// <summary>
/// Offers products to a customer, a segment or a typed basket, with the reasons for each. Learned from all purchases; safe to use
/// from several threads at once. One list costs about the number of products times the number of factors.
/// </summary>
public sealed class RecommendationEngine
{
    private readonly ComponentModels _models;
    private readonly ReasonWriter _reasons;
    private readonly Dictionary<string, int> _products = new(StringComparer.OrdinalIgnoreCase);

    internal RecommendationEngine(ComponentModels models, HybridWeights forNew, HybridWeights forAll)
    {
        _models = models;
        (ForNew, ForAll) = (forNew, forAll);
        _reasons = new ReasonWriter(models);
        for (int product = 0; product < History.ProductCount; product++)
        {
            _products.TryAdd(History.Log.ProductCodes[product], product);
        }
    }

    /// <summary>What customers bought.</summary>
    public PurchaseHistory History => _models.History;

    /// <summary>The blend for products that are new to the customer.</summary>
    public HybridWeights ForNew { get; }

    /// <summary>The blend where products bought before may be offered again.</summary>
    public HybridWeights ForAll { get; }

    internal ComponentModels Models => _models;

    /// <summary>The number of a product by its code, whatever its case; -1 for one that nobody bought.</summary>
    public int FindProduct(string code) =>
        _products.TryGetValue(code.Trim(), out int product) && History.Buyers[product] > 0 ? product : -1;

    /// <summary>Those of the codes that no customer bought.</summary>
    public IReadOnlyList<string> Unknown(IEnumerable<string> codes) => [.. codes.Where(code => FindProduct(code) < 0)];

    /// <summary>The products to offer.</summary>
    /// <param name="history">The customer, from <see cref="PurchaseHistory.Of"/>, or a basket, from <see cref="CustomerHistory.OfBasket"/>; may be empty.</param>
    /// <param name="options">The recommender, how many, which products, how diverse.</param>
    /// <param name="segment">The customer's segment for the reasons, or null.</param>
    public IReadOnlyList<Recommendation> Recommend(CustomerHistory history, RecommendationOptions options, SegmentTaste? segment = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        return new OfferMaker(this, options).Make(history, segment);
    }

    /// <summary>The products to offer to each of many customers, on all processors.</summary>
    /// <param name="customers">The customers; null for all.</param>
    /// <param name="options">As for <see cref="Recommend"/>.</param>
    /// <param name="segmentOf">The segment of a customer for the reasons; null for none.</param>
    /// <param name="progress">How far it is.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public IReadOnlyList<Recommendation>[] RecommendAll(
        IReadOnlyList<int>? customers, RecommendationOptions options, Func<int, SegmentTaste?>? segmentOf = null,
        IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default) =>
        ForEach(customers, options, (maker, customer) => maker.Make(History.Of(customer), segmentOf?.Invoke(customer)), progress, cancellationToken);

    /// <summary>
    /// What to offer to a segment: the products that are among the best for most of its customers. Large segments are sampled.
    /// </summary>
    /// <param name="segment">The segment.</param>
    /// <param name="options">As for <see cref="Recommend"/>.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public IReadOnlyList<SegmentRecommendation> RecommendForSegment(SegmentTaste segment, RecommendationOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(segment);
        ArgumentNullException.ThrowIfNull(options);
        const int most = 2000;
        IReadOnlyList<int> customers = segment.Customers.Count <= most
            ? segment.Customers
            : Array.ConvertAll(new RandomSource(options.Seed).SampleWithoutReplacement(segment.Customers.Count, most), place => segment.Customers[place]);
        int[][] lists = ForEach(customers, options, (maker, customer) => maker.Choose(History.Of(customer)), null, cancellationToken);
        return SegmentRecommendation.From(this, segment, lists, options.Count);
    }

    private T[] ForEach<T>(
        IReadOnlyList<int>? customers, RecommendationOptions options, Func<OfferMaker, int, T> work, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        const int block = 16;
        int count = customers?.Count ?? History.CustomerCount;
        var results = new T[count];
        int done = 0;
        using var makers = new ThreadLocal<OfferMaker>(() => new OfferMaker(this, options));
        ParallelWork.Run(
            (count + block - 1) / block,
            null,
            piece =>
            {
                for (int i = piece * block; i < Math.Min(count, (piece + 1) * block); i++)
                {
                    results[i] = work(makers.Value!, customers?[i] ?? i);
                }

                int ended = Math.Min(count, Interlocked.Increment(ref done) * block);
                progress?.Report(new WorkProgress("Recommending", (double)ended / count, ended, "customers"));
            },
            cancellationToken);
        return results;
    }

    /// <summary>How alike two products are in the eyes of customers: the cosine of their factors, from -1 to 1.</summary>
    internal double Likeness(int first, int second)
    {
        ReadOnlySpan<float> a = _models.Als.Factors.ColumnFactors[first];
        ReadOnlySpan<float> b = _models.Als.Factors.ColumnFactors[second];
        double norms = Math.Sqrt((double)VectorSums.Dot(a, a) * VectorSums.Dot(b, b));
        return norms > 0 ? VectorSums.Dot(a, b) / norms : 0;
    }

    internal IReadOnlyList<RecommendationReason> Reasons(int product, CustomerHistory own, ReadOnlySpan<float> signals, HybridWeights weights, SegmentTaste? segment) =>
        _reasons.Write(product, own, signals, weights, segment);
}
