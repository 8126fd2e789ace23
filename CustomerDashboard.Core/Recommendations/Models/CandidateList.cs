using System.Runtime.InteropServices;

namespace CustomerDashboard.Core.Recommendations.Models;

/// <summary>
/// The products worth weighing for one customer, with what each recommender says of them. Holds the working space of one thread
/// and is filled anew for each customer.
/// </summary>
internal sealed class CandidateList
{
    /// <summary>How many of each recommender's best products are candidates.</summary>
    public const int FromEach = 50;

    // Below a fiftieth of the best a score says nothing more.
    private const float Floor = 0.02f;

    private static readonly int[] SignalModels = [0, 1, 3, 4, 5, 6];
    private readonly ComponentModels _models;
    private readonly float[][] _scores;
    private readonly bool[] _barred;
    private readonly bool[] _taken;
    private readonly BestFirst _best = new(FromEach);
    private readonly float[] _highest = new float[SignalModels.Length];
    private readonly List<int> _products = [];
    private float[] _signals = [];

    public CandidateList(ComponentModels models)
    {
        _models = models;
        int products = models.History.ProductCount;
        _scores = [.. models.Models.Select(_ => new float[products])];
        _barred = new bool[products];
        _taken = new bool[products];
    }

    /// <summary>The candidates, ascending by number.</summary>
    public ReadOnlySpan<int> Products => CollectionsMarshal.AsSpan(_products);

    /// <summary>The signals of a candidate, by its place in <see cref="Products"/>.</summary>
    public ReadOnlySpan<float> Signals(int place) => _signals.AsSpan(place * HybridWeights.Signals, HybridWeights.Signals);

    /// <summary>What a single recommender says of every product; set by <see cref="Score"/>.</summary>
    public ReadOnlySpan<float> ScoresOf(int model) => _scores[model];

    /// <summary>Asks every recommender about a customer; to be followed by <see cref="Choose"/>.</summary>
    public void Score(CustomerHistory history)
    {
        for (int model = 0; model < _scores.Length; model++)
        {
            _models.Models[model].Score(history, _scores[model]);
        }
    }

    /// <summary>Chooses the candidates and computes their signals.</summary>
    /// <param name="history">The customer of the last <see cref="Score"/>.</param>
    /// <param name="repeats">Whether what the customer bought may be offered again.</param>
    /// <param name="allowed">Which products may be offered; null for all.</param>
    public void Choose(CustomerHistory history, bool repeats, bool[]? allowed)
    {
        Bar(history, repeats, allowed);
        foreach (int product in _products)
        {
            _taken[product] = false;
        }

        _products.Clear();
        for (int s = 0; s < SignalModels.Length; s++)
        {
            Best(SignalModels[s], _best);
            int count = _best.Sort();
            _highest[s] = count > 0 ? _best.Scores[0] : 0;
            foreach (int product in _best.Items.AsSpan(0, count))
            {
                Take(product);
            }
        }

        foreach (int product in history.Products.Span)
        {
            if (!_barred[product])
            {
                Take(product);
            }
        }

        _products.Sort();
        Weigh(history);
    }

    /// <summary>The best products of one recommender that may be offered, into <paramref name="best"/>.</summary>
    public void Best(int model, BestFirst best)
    {
        best.Clear();
        float[] scores = _scores[model];
        if (_models.Models[model] is SameForAllModel same)
        {
            int left = best.Items.Length;
            for (int i = 0; i < same.Order.Length && left > 0 && scores[same.Order[i]] > 0; i++)
            {
                if (!_barred[same.Order[i]])
                {
                    best.Offer(same.Order[i], scores[same.Order[i]]);
                    left--;
                }
            }

            return;
        }

        for (int product = 0; product < scores.Length; product++)
        {
            if (scores[product] > 0 && !_barred[product])
            {
                best.Offer(product, scores[product]);
            }
        }
    }

    private void Bar(CustomerHistory history, bool repeats, bool[]? allowed)
    {
        if (allowed is null)
        {
            Array.Clear(_barred);
        }
        else
        {
            for (int product = 0; product < _barred.Length; product++)
            {
                _barred[product] = !allowed[product];
            }
        }

        if (!repeats)
        {
            foreach (int product in history.Products.Span)
            {
                _barred[product] = true;
            }
        }
    }

    private void Take(int product)
    {
        if (!_taken[product])
        {
            _taken[product] = true;
            _products.Add(product);
        }
    }

    private void Weigh(CustomerHistory history)
    {
        const int width = HybridWeights.Signals;
        if (_signals.Length < _products.Count * width)
        {
            _signals = new float[2 * _products.Count * width];
        }

        float zero = MathF.Log(Floor);
        ReadOnlySpan<int> bought = history.Products.Span;
        for (int place = 0; place < _products.Count; place++)
        {
            int product = _products[place];
            Span<float> signals = _signals.AsSpan(place * width, width);
            for (int s = 0; s < SignalModels.Length; s++)
            {
                float share = _highest[s] > 0 ? Math.Max(0, _scores[SignalModels[s]][product] / _highest[s]) : 0;
                signals[s] = MathF.Log(share + Floor) - zero;
            }

            int at = bought.BinarySearch(product);
            signals[(int)HybridSignal.BoughtBefore] = at < 0 ? 0 : MathF.Log(1 + history.Orders.Span[at]);
            signals[(int)HybridSignal.BoughtLately] = at < 0 ? 0 : MathF.Exp(-history.DaysSince.Span[at] / 30);
        }
    }
}
