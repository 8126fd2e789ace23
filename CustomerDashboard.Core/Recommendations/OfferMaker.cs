using CustomerDashboard.Core.Recommendations.Models;

namespace CustomerDashboard.Core.Recommendations;

/// <summary>Makes lists of offers under one set of options. Holds the working space of one thread.</summary>
internal sealed class OfferMaker
{
    private readonly RecommendationEngine _engine;
    private readonly RecommendationOptions _options;
    private readonly CandidateList _list;
    private readonly BestFirst _best;
    private readonly bool[]? _allowed;
    private readonly HybridWeights _weights;
    private readonly int _model;

    public OfferMaker(RecommendationEngine engine, RecommendationOptions options)
    {
        (_engine, _options) = (engine, options);
        _list = new CandidateList(engine.Models);
        // Diversity chooses among more than are shown.
        _best = new BestFirst(options.Diversity > 0 ? Math.Max(100, 3 * options.Count) : options.Count);
        _allowed = Allowed(engine, options);
        _weights = options.IncludeRepeats ? engine.ForAll : engine.ForNew;
        _model = -1;
        for (int model = 0; model < ComponentModels.Kinds.Count; model++)
        {
            _model = ComponentModels.Kinds[model] == options.Model ? model : _model;
        }
    }

    /// <summary>The products to offer, best first.</summary>
    public int[] Choose(CustomerHistory history)
    {
        (int[] products, _, _) = Rank(history);
        return products;
    }

    /// <summary>The products to offer with their reasons, best first.</summary>
    public IReadOnlyList<Recommendation> Make(CustomerHistory history, SegmentTaste? segment)
    {
        (int[] products, float[] scores, int known) = Rank(history);
        var offers = new Recommendation[products.Length];
        PurchaseLog log = _engine.History.Log;
        for (int i = 0; i < offers.Length; i++)
        {
            int product = products[i];
            int place = i < known ? _list.Products.BinarySearch(product) : -1;
            ReadOnlySpan<float> signals = place < 0 ? [] : _list.Signals(place);
            offers[i] = new Recommendation(
                product, log.ProductCodes[product], log.ProductNames[product], scores[i], !history.Has(product), i >= known,
                _engine.Reasons(product, history, signals, _weights, segment));
        }

        return offers;
    }

    private (int[] Products, float[] Scores, int Known) Rank(CustomerHistory history)
    {
        _list.Score(history);
        _list.Choose(history, _options.IncludeRepeats, _allowed);
        bool nothingKnown = history.IsEmpty && _model != 0 && _model != 1;
        if (nothingKnown)
        {
            _best.Clear();
        }
        else if (_model < 0)
        {
            HybridModel.Rank(_list, _weights, _best);
        }
        else
        {
            _list.Best(_model, _best);
        }

        int found = _best.Sort();
        var products = new List<int>(_options.Count);
        var scores = new List<float>(_options.Count);
        foreach (int place in Diversified(found))
        {
            products.Add(_best.Items[place]);
            scores.Add(_best.Scores[place]);
        }

        int known = products.Count;
        Fill(products, scores);
        return ([.. products], [.. scores], known);
    }

    /// <summary>A list that is too short is filled with what sells now, so that nobody is left without an offer.</summary>
    private void Fill(List<int> products, List<float> scores)
    {
        if (products.Count >= _options.Count)
        {
            return;
        }

        const int trending = 1;
        const int popular = 0;
        foreach (int model in (int[])[trending, popular])
        {
            var best = new BestFirst(_options.Count + products.Count);
            _list.Best(model, best);
            int count = best.Sort();
            for (int i = 0; i < count && products.Count < _options.Count; i++)
            {
                if (!products.Contains(best.Items[i]))
                {
                    products.Add(best.Items[i]);
                    scores.Add(0);
                }
            }
        }
    }

    /// <summary>
    /// Maximal marginal relevance (J. Carbonell, J. Goldstein, SIGIR 1998): each product is weighed by its score less its likeness to
    /// those already chosen.
    /// </summary>
    private IEnumerable<int> Diversified(int found)
    {
        int wanted = Math.Min(_options.Count, found);
        if (_options.Diversity <= 0 || found < 3)
        {
            return Enumerable.Range(0, wanted);
        }

        double highest = _best.Scores[0];
        double span = Math.Max(1e-9, highest - _best.Scores[found - 1]);
        var likeness = new double[found];
        var taken = new bool[found];
        var order = new int[wanted];
        for (int i = 0; i < wanted; i++)
        {
            int chosen = -1;
            double most = double.NegativeInfinity;
            for (int place = 0; place < found; place++)
            {
                double fit = (_best.Scores[place] - highest + span) / span;
                double value = ((1 - _options.Diversity) * fit) - (_options.Diversity * likeness[place]);
                if (!taken[place] && value > most)
                {
                    (chosen, most) = (place, value);
                }
            }

            taken[chosen] = true;
            order[i] = chosen;
            for (int place = 0; place < found; place++)
            {
                likeness[place] = Math.Max(likeness[place], _engine.Likeness(_best.Items[chosen], _best.Items[place]));
            }
        }

        return order;
    }

    private static bool[]? Allowed(RecommendationEngine engine, RecommendationOptions options)
    {
        if (options.InStock is null && options.ExcludedProducts.Count == 0)
        {
            return null;
        }

        var allowed = new bool[engine.History.ProductCount];
        Array.Fill(allowed, options.InStock is null);
        Mark(options.InStock ?? [], true);
        Mark(options.ExcludedProducts, false);
        return allowed;

        void Mark(IEnumerable<string> codes, bool value)
        {
            foreach (string code in codes)
            {
                if (engine.FindProduct(code) is >= 0 and int product)
                {
                    allowed[product] = value;
                }
            }
        }
    }
}
