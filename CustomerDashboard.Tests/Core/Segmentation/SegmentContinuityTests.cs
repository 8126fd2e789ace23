using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Personas;
using CustomerDashboard.Core.Segmentation;

namespace CustomerDashboard.Tests.Core.Segmentation;

public sealed class SegmentContinuityTests
{
    private static readonly SegmentationOptions Options = new() { MaxClusters = 6, Starts = 3 };

    [Fact]
    public void Segments_of_other_settings_keep_the_colours_of_those_they_share_customers_with()
    {
        CustomerFeatureTable table = OnlineRetail.ReadFeatures();
        SegmentationResult first = Run(table, Options with { ChosenK = 4 });
        // Colours nobody would get by order, so that keeping them is seen.
        int[] own = [7, 2, 5, 0];
        SegmentSolution repainted = first.Chosen with { Segments = [.. first.Chosen.Segments.Select(s => s with { ColourSlot = own[s.Id] })] };
        var anchor = SegmentAnchor.Of(table.CustomerIds, repainted, ["A", "B", "C", null]);

        SegmentationResult again = SegmentContinuity.Align(Run(table, Options with { ChosenK = 5, Seed = 7 }), table.CustomerIds, anchor);

        int[] match = SegmentMatching.Match(first.Chosen.Labels, again.Chosen.Labels);
        Assert.All(Enumerable.Range(0, 4), segment => Assert.Equal(own[segment], again.Chosen.Segments[match[segment]].ColourSlot));
        Assert.Equal("B", again.Chosen.Segments[match[1]].FormerArchetype);
        Assert.Null(again.Chosen.Segments[match[3]].FormerArchetype);
        Assert.All(again.Solutions, solution => Assert.Equal(solution.K, solution.Segments.Select(s => s.ColourSlot).Distinct().Count()));
        // The other k follow: most colours of k = 5 are found at k = 6 and k = 4 too.
        Assert.Equal(5, Shared(again, 5, 6));
        Assert.Equal(4, Shared(again, 5, 4));
    }

    [Fact]
    public void Without_a_shared_customer_everything_begins_afresh()
    {
        CustomerFeatureTable table = OnlineRetail.ReadFeatures();
        SegmentationResult result = Run(table, Options);
        var strangers = new SegmentAnchor(["nobody"], [3], new Dictionary<int, string>());
        Assert.Same(result, SegmentContinuity.Align(result, table.CustomerIds, strangers));
        Assert.Same(result, SegmentContinuity.Align(result, table.CustomerIds, null));
    }

    [Fact]
    public void Names_stay_with_colours_when_k_changes()
    {
        CustomerFeatureTable table = OnlineRetail.ReadFeatures();
        SegmentationResult result = Run(table, Options with { ChosenK = 4 });
        PersonaSet personas = PersonaBuilder.Build(null, table, result.Chosen);
        SegmentationResult remembered = SegmentContinuity.Align(
            result, table.CustomerIds, SegmentAnchor.Of(table.CustomerIds, result.Chosen, [.. personas.Personas.Select(persona => persona.Archetype)]));

        Dictionary<int, string> four = Names(table, remembered.Find(4)!);
        foreach (int k in (int[])[3, 5, 6])
        {
            Dictionary<int, string> other = Names(table, remembered.Find(k)!);
            // A name of the four is not worn by another colour of theirs: colours and names may fall away, but do not swap.
            Assert.All(other.Where(pair => four.ContainsKey(pair.Key)), pair =>
                Assert.DoesNotContain(pair.Value, four.Where(known => known.Key != pair.Key && other.ContainsKey(known.Key)).Select(known => known.Value)));
        }
    }

    [Fact]
    public void A_segment_keeps_its_kind_as_long_as_its_rule_holds()
    {
        CustomerFeatureTable table = OnlineRetail.ReadFeatures();
        SegmentSolution four = Run(table, Options with { ChosenK = 4 }).Chosen;
        string[] names = [.. PersonaBuilder.Names(table, four)];
        PersonaSet personas = PersonaBuilder.Build(null, table, four);
        // A kind that fits nearly as well stays; one that does not fit at all cannot.
        SegmentSolution stubborn = four with
        {
            Segments = [.. four.Segments.Select(s => s with { FormerArchetype = s.Id == 0 ? "LostSmallBuyers" : personas.Personas[s.Id].Archetype })],
        };
        Assert.Equal(names, PersonaBuilder.Names(table, stubborn));
    }

    private static Dictionary<int, string> Names(CustomerFeatureTable table, SegmentSolution solution) =>
        PersonaBuilder.Names(table, solution).Select((name, id) => (solution.Segments[id].ColourSlot, name)).ToDictionary();

    private static int Shared(SegmentationResult result, int k, int other) => result.Find(k)!.Segments.Select(s => s.ColourSlot)
        .Intersect(result.Find(other)!.Segments.Select(s => s.ColourSlot)).Count();

    private static SegmentationResult Run(CustomerFeatureTable table, SegmentationOptions options) =>
        CustomerSegmentation.Run(table, options, cancellationToken: TestContext.Current.CancellationToken);
}
