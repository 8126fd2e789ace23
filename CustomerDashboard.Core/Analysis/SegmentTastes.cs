using CustomerDashboard.Core.Recommendations;
using CustomerDashboard.Core.Segmentation;

namespace CustomerDashboard.Core.Analysis;

/// <summary>What the customers of each segment buy: hands the segments to the recommendations as data, for their reasons.</summary>
public sealed class SegmentTastes
{
    private readonly SegmentTaste[] _tastes;
    private readonly int[] _segmentOf;

    private SegmentTastes(SegmentTaste[] tastes, int[] segmentOf) => (_tastes, _segmentOf) = (tastes, segmentOf);

    /// <summary>One for each segment.</summary>
    public IReadOnlyList<SegmentTaste> All => _tastes;

    /// <summary>The segment of a customer (an index into the cleaned lines' customers), or -1 for one in none.</summary>
    public int SegmentOf(int customer) => _segmentOf[customer];

    /// <summary>What the customer's segment buys, or null for one in none.</summary>
    public SegmentTaste? Of(int customer) => _segmentOf[customer] is >= 0 and int segment ? _tastes[segment] : null;

    /// <summary>The tastes of the segments in use; null when there are no segments or no recommendations.</summary>
    public static SegmentTastes? Of(AnalysisResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        if (result is not { Recommendation.Engine: { } engine, Segments: { } segments, Features: { } features })
        {
            return null;
        }

        var segmentOf = new int[engine.History.CustomerCount];
        Array.Fill(segmentOf, -1);
        var members = new List<int>[segments.Segments.Count];
        for (int segment = 0; segment < members.Length; segment++)
        {
            members[segment] = [];
        }

        for (int row = 0; row < segments.Labels.Length; row++)
        {
            int customer = features.CustomerIndex?[row] ?? row;
            if (segments.Labels[row] is >= 0 and int segment && segment < members.Length)
            {
                segmentOf[customer] = segment;
                members[segment].Add(customer);
            }
        }

        return new SegmentTastes(
            [.. members.Select((customers, segment) => SegmentTaste.Of(engine.History, NameOf(result, segment), customers))], segmentOf);
    }

    private static string NameOf(AnalysisResult result, int segment) =>
        result.Personas is { } personas && segment < personas.Personas.Count ? personas.Personas[segment].Name : $"Segment {segment + 1}";
}
