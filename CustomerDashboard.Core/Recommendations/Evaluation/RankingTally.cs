namespace CustomerDashboard.Core.Recommendations.Evaluation;

/// <summary>What one recommender offered each customer in one scope, and how well each list did.</summary>
internal sealed class RankingTally(int customers)
{
    public const int Longest = 20;
    public const int Metrics = 5;

    /// <summary>The products offered to the customer at a place, best first; -1 where the list is shorter.</summary>
    public int[] Offered { get; } = new int[customers * Longest];

    /// <summary>For each length and metric one figure per customer.</summary>
    public float[][] Figures { get; } = [.. Enumerable.Range(0, RecommenderEvaluation.Lengths.Count * Metrics).Select(_ => new float[customers])];

    /// <summary>Judges the list of one customer.</summary>
    /// <param name="place">The customer.</param>
    /// <param name="offered">The products offered, best first.</param>
    /// <param name="relevant">What was bought, ascending; not empty.</param>
    public void Add(int place, ReadOnlySpan<int> offered, int[] relevant)
    {
        Span<int> list = Offered.AsSpan(place * Longest, Longest);
        list.Fill(-1);
        offered[..Math.Min(Longest, offered.Length)].CopyTo(list);
        int hits = 0;
        double gain = 0, best = 0, average = 0;
        int length = 0;
        for (int i = 0; i < Longest; i++)
        {
            double discount = 1 / Math.Log2(i + 2);
            best += i < relevant.Length ? discount : 0;
            if (list[i] >= 0 && Array.BinarySearch(relevant, list[i]) >= 0)
            {
                hits++;
                gain += discount;
                average += (double)hits / (i + 1);
            }

            if (i + 1 == RecommenderEvaluation.Lengths[length])
            {
                int k = i + 1;
                Set(length, 0, place, (double)hits / k);
                Set(length, 1, place, (double)hits / relevant.Length);
                Set(length, 2, place, gain / best);
                Set(length, 3, place, average / Math.Min(k, relevant.Length));
                Set(length, 4, place, hits > 0 ? 1 : 0);
                length++;
            }
        }
    }

    private void Set(int length, int metric, int place, double value) => Figures[(length * Metrics) + metric][place] = (float)value;
}
