using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Segmentation;

namespace CustomerDashboard.Core.Personas;

/// <summary>What the rules for names, evidence and goals may know of one segment.</summary>
internal sealed class SegmentFacts
{
    // Twice the usual gap is the common rule of thumb for a customer who has probably gone.
    private const double OverdueGaps = 2;

    private readonly SegmentSummary _segment;
    private readonly IReadOnlyList<FeatureProfile> _overall;

    private SegmentFacts(CustomerFeatureTable table, SegmentSolution solution, SegmentSummary segment)
    {
        Table = table;
        Solution = solution;
        _segment = segment;
        _overall = solution.Overall;
    }

    public CustomerFeatureTable Table { get; }

    public SegmentSolution Solution { get; }

    public SegmentSummary Segment => _segment;

    /// <summary>Share of the segment's customers with a single order; NaN without order counts.</summary>
    public double OneOrderShare { get; private init; } = double.NaN;

    /// <summary>The same of all customers.</summary>
    public double OneOrderShareOfAll { get; private init; } = double.NaN;

    /// <summary>Of the segment's customers with a rhythm (two orders or more), the share silent for over twice their usual gap; NaN without.</summary>
    public double OverdueShare { get; private init; } = double.NaN;

    /// <summary>The same of all customers.</summary>
    public double OverdueShareOfAll { get; private init; } = double.NaN;

    /// <summary>The longest time anyone has been a customer: how far back the data reach, in days; NaN without tenures.</summary>
    public double DaysCovered { get; private init; } = double.NaN;

    /// <summary>True for customers of transactions, which have at least an order count and a recency.</summary>
    public bool FromTransactions => Find(FeatureIds.Frequency) is not null && Find(FeatureIds.Recency) is not null;

    /// <summary>The segment's number of orders; NaN without order counts.</summary>
    public double Orders => Mean(FeatureIds.Frequency) * _segment.Size;

    /// <summary>Revenue per order of the segment; NaN without money or orders.</summary>
    public double OrderValue => _segment.Revenue is { } revenue ? revenue / Orders : double.NaN;

    public static SegmentFacts[] Of(CustomerFeatureTable table, SegmentSolution solution)
    {
        double[]? orders = Column(table, FeatureIds.Frequency);
        double[]? recency = Column(table, FeatureIds.Recency);
        double[]? gaps = Column(table, FeatureIds.MeanDaysBetweenPurchases);
        Share[] single = Shares(solution, row => orders is null ? null : orders[row] <= 1);
        Share[] overdue = Shares(
            solution, row => recency is null || gaps is null || !(gaps[row] > 0) ? null : recency[row] > OverdueGaps * gaps[row]);
        int tenure = Index(table, FeatureIds.Tenure);
        var facts = new SegmentFacts[solution.Segments.Count];
        for (int i = 0; i < facts.Length; i++)
        {
            facts[i] = new SegmentFacts(table, solution, solution.Segments[i])
            {
                OneOrderShare = single[i].Value,
                OneOrderShareOfAll = single[^1].Value,
                OverdueShare = overdue[i].Value,
                OverdueShareOfAll = overdue[^1].Value,
                DaysCovered = tenure < 0 ? double.NaN : solution.Overall[tenure].Maximum,
            };
        }

        return facts;
    }

    /// <summary>Standardised difference from the average customer; 0 where the table has no such feature.</summary>
    public double Z(string id) => Find(id)?.StandardisedDifference ?? 0;

    /// <summary>The segment's mean; NaN where the table has no such feature.</summary>
    public double Mean(string id) => Find(id)?.Mean ?? double.NaN;

    public double Median(string id) => Find(id)?.Median ?? double.NaN;

    public double MeanOfAll(string id) => FindOverall(id)?.Mean ?? double.NaN;

    public double MedianOfAll(string id) => FindOverall(id)?.Median ?? double.NaN;

    public FeatureProfile? Find(string id) => _segment.Find(id);

    public FeatureProfile? FindOverall(string id)
    {
        int index = Index(Table, id);
        return index < 0 ? null : _overall[index];
    }

    private static double[]? Column(CustomerFeatureTable table, string id)
    {
        int index = Index(table, id);
        return index < 0 ? null : table.Columns[index];
    }

    private static int Index(CustomerFeatureTable table, string id)
    {
        for (int i = 0; i < table.Definitions.Count; i++)
        {
            if (string.Equals(table.Definitions[i].Id, id, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }

    // One share per segment, and that of all customers last.
    private static Share[] Shares(SegmentSolution solution, Func<int, bool?> question)
    {
        var shares = new Share[solution.Segments.Count + 1];
        for (int row = 0; row < solution.Labels.Length; row++)
        {
            if (question(row) is bool answer)
            {
                shares[solution.Labels[row]].Add(answer);
                shares[^1].Add(answer);
            }
        }

        return shares;
    }

    private struct Share
    {
        private int _yes;
        private int _asked;

        public readonly double Value => _asked == 0 ? double.NaN : (double)_yes / _asked;

        public void Add(bool answer)
        {
            _asked++;
            _yes += answer ? 1 : 0;
        }
    }
}
