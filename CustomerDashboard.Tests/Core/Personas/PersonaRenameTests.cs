using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Personas;
using CustomerDashboard.Core.Segmentation;
using CustomerDashboard.Tests.Core.Segmentation;

namespace CustomerDashboard.Tests.Core.Personas;

public sealed class PersonaRenameTests
{
    private static readonly SegmentationOptions Small = new() { MinClusters = 4, MaxClusters = 5, Starts = 3 };

    [Fact]
    public void A_given_name_follows_its_segment_through_a_run_with_another_seed_and_fewer_customers()
    {
        CustomerFeatureTable table = OnlineRetail.ReadFeatures();
        SegmentSolution four = CustomerSegmentation.Run(table, Small, cancellationToken: TestContext.Current.CancellationToken).Find(4)!;
        var options = new PersonaOptions { Renames = [PersonaRename.Of(four.Segments[2], 4, "Seedlings")] };

        CustomerFeatureTable fewer = table with
        {
            CustomerIds = table.CustomerIds[..4000],
            Columns = [.. table.Columns.Select(column => column[..4000])],
        };
        SegmentSolution again = CustomerSegmentation.Run(
            fewer, Small with { Seed = 7 }, cancellationToken: TestContext.Current.CancellationToken).Find(4)!;

        Assert.Equal(["Champions", "Loyal Customers", "Seedlings", "One-Time Buyers"], PersonaBuilder.Names(fewer, again, options));
        Persona renamed = PersonaBuilder.Build(null, fewer, again, options, cancellationToken: TestContext.Current.CancellationToken).Personas[2];
        Assert.Equal(("Seedlings", "Potential Loyalists"), (renamed.GivenName, renamed.EvidenceName));
    }

    [Fact]
    public void A_later_name_of_the_same_segment_replaces_the_earlier()
    {
        SegmentSolution solution = Shop.Solution();
        var options = new PersonaOptions
        {
            Renames = [PersonaRename.Of(solution.Segments[1], 2, "First"), PersonaRename.Of(solution.Segments[1], 2, "Second")],
        };

        IReadOnlyList<string> names = PersonaBuilder.Names(Shop.Features(), solution, options);

        Assert.Equal("Second", names[1]);
        Assert.DoesNotContain("First", names);
    }

    [Fact]
    public void A_given_name_that_another_segment_has_by_evidence_is_taken_from_it()
    {
        SegmentSolution solution = Shop.Solution();
        string other = PersonaBuilder.Names(Shop.Features(), solution)[0];
        var options = new PersonaOptions { Renames = [PersonaRename.Of(solution.Segments[1], 2, other)] };

        IReadOnlyList<string> names = PersonaBuilder.Names(Shop.Features(), solution, options);

        Assert.Equal(other, names[1]);
        Assert.NotEqual(other, names[0]);
    }

    [Fact]
    public void The_same_name_given_twice_is_numbered()
    {
        SegmentSolution solution = Shop.Solution();
        var options = new PersonaOptions
        {
            Renames = [PersonaRename.Of(solution.Segments[0], 2, "VIP"), PersonaRename.Of(solution.Segments[1], 2, "vip")],
        };

        Assert.Equal(["VIP", "vip (2)"], PersonaBuilder.Names(Shop.Features(), solution, options));
    }

    [Fact]
    public void A_name_whose_segment_is_gone_is_kept_in_the_notes()
    {
        var elsewhere = new Dictionary<string, double> { [FeatureIds.Recency] = 9, [FeatureIds.Frequency] = 9, [FeatureIds.Monetary] = 9 };
        var options = new PersonaOptions { Renames = [new PersonaRename("Ghosts", 2, elsewhere)] };

        PersonaSet set = PersonaBuilder.Build(null, Shop.Features(), Shop.Solution(), options, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Contains("'Ghosts'", Assert.Single(set.Notes), StringComparison.Ordinal);
        Assert.All(set.Personas, persona => Assert.Null(persona.GivenName));
    }

    [Fact]
    public void An_empty_name_is_refused() =>
        Assert.Throws<ArgumentException>(() => PersonaRename.Of(Shop.Solution().Segments[0], 2, " "));
}
