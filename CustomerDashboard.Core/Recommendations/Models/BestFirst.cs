namespace CustomerDashboard.Core.Recommendations.Models;

/// <summary>
/// Keeps the items with the highest scores; of equals the one with the lower number wins, so the result does not depend on the
/// order of the offers. A heap with the worst kept item on top: O(log k) for an item that is kept, O(1) for one that is not.
/// </summary>
internal sealed class BestFirst(int capacity)
{
    private int _count;

    public int[] Items { get; } = new int[capacity];

    public float[] Scores { get; } = new float[capacity];

    public void Clear() => _count = 0;

    public void Offer(int item, float score)
    {
        if (_count < Items.Length)
        {
            int at = _count++;
            while (at > 0)
            {
                int parent = (at - 1) / 2;
                if (!Worse(score, item, Scores[parent], Items[parent]))
                {
                    break;
                }

                (Items[at], Scores[at]) = (Items[parent], Scores[parent]);
                at = parent;
            }

            (Items[at], Scores[at]) = (item, score);
        }
        else if (_count > 0 && Worse(Scores[0], Items[0], score, item))
        {
            Sink(item, score, _count);
        }
    }

    /// <summary>Puts the best first and returns how many there are; to be followed by <see cref="Clear"/>.</summary>
    public int Sort()
    {
        for (int last = _count - 1; last > 0; last--)
        {
            (int item, float score) = (Items[last], Scores[last]);
            (Items[last], Scores[last]) = (Items[0], Scores[0]);
            Sink(item, score, last);
        }

        return _count;
    }

    private static bool Worse(float score, int item, float otherScore, int otherItem) =>
        score < otherScore || (score == otherScore && item > otherItem);

    private void Sink(int item, float score, int count)
    {
        int at = 0;
        while (true)
        {
            int child = (2 * at) + 1;
            if (child >= count)
            {
                break;
            }

            if (child + 1 < count && Worse(Scores[child + 1], Items[child + 1], Scores[child], Items[child]))
            {
                child++;
            }

            if (!Worse(Scores[child], Items[child], score, item))
            {
                break;
            }

            (Items[at], Scores[at]) = (Items[child], Scores[child]);
            at = child;
        }

        (Items[at], Scores[at]) = (item, score);
    }
}
