using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Segmentation.Methods;

/// <summary>The segments of RFM scoring; those without customers are left out.</summary>
internal sealed class RfmDivider : IDivider
{
    public DividerResult Divide(DividerContext context)
    {
        RfmScores scores;
        try
        {
            scores = RfmScoring.Score(context.Table, context.Options.Rfm);
        }
        catch (ArgumentException cannot) when (cannot.ParamName == "table")
        {
            return DividerResult.Failed(PlainMessage.Of(cannot));
        }

        var groups = new int[context.Table.RowCount];
        var sizes = new int[RfmGroup.All.Count];
        for (int row = 0; row < groups.Length; row++)
        {
            groups[row] = scores.Group(row);
            sizes[groups[row]]++;
        }

        int[] present = [.. Enumerable.Range(0, sizes.Length).Where(group => sizes[group] > 0)];
        int[] labels = [.. groups.Select(group => Array.IndexOf(present, group))];
        var model = new GivenClusters(labels, [.. present.Select(group => sizes[group])]);
        Division[] divisions = DivisionJudge.Judge(context.Points, [model], context.Options.Seed, context.Progress, context.Cancellation);
        return new DividerResult([divisions[0] with { Groups = [.. present.Select(group => RfmGroup.All[group])] }])
        {
            Findings = new MethodFindings { Rfm = scores },
        };
    }
}
