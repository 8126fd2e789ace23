namespace CustomerDashboard.Core.Segmentation;

/// <summary>The RFM scores of all customers, by row of the feature table.</summary>
/// <param name="Recency">1 (longest ago) to 5 (most recent).</param>
/// <param name="Frequency">1 (fewest orders) to 5.</param>
/// <param name="Monetary">1 (least spend) to 5.</param>
public sealed record RfmScores(int[] Recency, int[] Frequency, int[] Monetary)
{
    /// <summary>The mean of the frequency and spend scores of a customer, halves rounded up.</summary>
    public int FrequencyAndSpend(int row) => (Frequency[row] + Monetary[row] + 1) / 2;

    /// <summary>The customer's group: an index into <see cref="RfmGroup.All"/>.</summary>
    public int Group(int row) => RfmGroup.IndexOf(Recency[row], FrequencyAndSpend(row));

    /// <summary>The three digits side by side, such as "555".</summary>
    public string Cell(int row) => string.Create(3, (Recency[row], Frequency[row], Monetary[row]), static (text, scores) =>
    {
        text[0] = (char)('0' + scores.Item1);
        text[1] = (char)('0' + scores.Item2);
        text[2] = (char)('0' + scores.Item3);
    });

    /// <summary>How many customers have each recency score (rows, 1 first) and frequency-and-spend score (columns).</summary>
    public int[][] Counts()
    {
        var counts = new int[RfmScoring.Scores][];
        for (int score = 0; score < counts.Length; score++)
        {
            counts[score] = new int[RfmScoring.Scores];
        }

        for (int row = 0; row < Recency.Length; row++)
        {
            counts[Recency[row] - 1][FrequencyAndSpend(row) - 1]++;
        }

        return counts;
    }
}
