using CustomerDashboard.Core.Recommendations;

namespace CustomerDashboard.Core.Reporting;

/// <summary>What to offer each customer, one product a row, best first, with the reasons; customers sorted by id.</summary>
public static class RecommendationsCsv
{
    /// <summary>Makes the lists of all customers and writes them.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="engine">Makes the lists.</param>
    /// <param name="options">The recommender, how many and which products.</param>
    /// <param name="segmentOf">The segment of a customer, or null without segments.</param>
    /// <param name="customers">Which customers; null for all.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static void Write(
        TextWriter output, RecommendationEngine engine, RecommendationOptions options, Func<int, SegmentTaste?>? segmentOf = null,
        IEnumerable<int>? customers = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(engine);
        string[] ids = engine.History.Log.CustomerIds;
        int[] order = [.. customers ?? Enumerable.Range(0, ids.Length)];
        Array.Sort(order, (a, b) => string.CompareOrdinal(ids[a], ids[b]));
        IReadOnlyList<Recommendation>[] lists = engine.RecommendAll(order, options, segmentOf, null, cancellationToken);
        var csv = new CsvTable(output);
        csv.Row("CustomerId", "Segment", "Rank", "ProductCode", "ProductName", "New", "Reason", "MoreReasons", "Score");
        for (int i = 0; i < order.Length; i++)
        {
            string? segment = segmentOf?.Invoke(order[i])?.Name;
            for (int rank = 0; rank < lists[i].Count; rank++)
            {
                Recommendation offer = lists[i][rank];
                csv.Text(ids[order[i]]).Text(segment).Whole(rank + 1).Text(offer.Code).Text(offer.Name).Text(offer.IsNew ? "yes" : "no");
                csv.Text(offer.Reasons[0].Sentence).Text(string.Join("; ", offer.Reasons.Skip(1).Select(reason => reason.Sentence)));
                csv.Number(offer.Score).EndRow();
            }
        }
    }
}
