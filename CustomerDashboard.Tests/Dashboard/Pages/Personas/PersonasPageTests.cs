using Bunit;
using CustomerDashboard.Components.Pages.Personas;

namespace CustomerDashboard.Tests.Dashboard.Pages.Personas;

public sealed class PersonasPageTests : WorkspacePageContext
{
    [Fact]
    public async Task Each_segment_has_its_card_with_name_evidence_and_three_actions()
    {
        await OpenSampleAsync();
        var page = Render<PersonasPage>();
        var personas = Session.Result!.Personas!;
        var cards = page.FindAll("article");
        Assert.Equal(personas.Personas.Count, cards.Count);
        Assert.Equal(personas.Headline, page.Find(".answer").TextContent);
        Assert.All(cards, card => Assert.Equal(3, card.QuerySelectorAll(".actions > li").Length));
        Assert.All(cards, card => Assert.NotEmpty(card.QuerySelectorAll(".evidence li")));
        Assert.Equal(personas.Personas.Count, page.FindAll("article h2").Select(title => title.TextContent).Distinct().Count());
    }

    [Fact]
    public async Task A_given_name_stays_through_a_run_and_can_be_taken_back()
    {
        await OpenSampleAsync();
        var page = Render<PersonasPage>();
        string own = page.Find("article h2").TextContent;
        await RenameAsync(page, own, "Our best friends");
        Assert.Equal("Our best friends", page.Find("article h2").TextContent);

        await Session.UpdateAsync(options => options with { Cleaning = options.Cleaning with { RemoveExactDuplicates = false } });
        await UntilReadyAsync();
        page.WaitForAssertion(() => Assert.Contains("Our best friends", page.Markup, StringComparison.Ordinal), Patience);

        await RenameAsync(page, "Our best friends", "");
        Assert.Empty(Session.Options.Personas.Renames);
    }

    [Fact]
    public async Task A_name_that_another_group_has_is_refused()
    {
        await OpenSampleAsync();
        var page = Render<PersonasPage>();
        string[] names = [.. page.FindAll("article h2").Select(title => title.TextContent)];
        await RenameAsync(page, names[0], names[1]);
        page.WaitForAssertion(() => Assert.Contains("Another segment is already called", page.Markup, StringComparison.Ordinal), Patience);
        Assert.Empty(Session.Options.Personas.Renames);
    }

    [Fact]
    public async Task The_stakeholders_page_names_every_group_once()
    {
        await OpenSampleAsync();
        var page = Render<PersonasPage>();
        Button(page, "One page").Click();
        page.WaitForAssertion(() => Assert.Equal(Session.Result!.Personas!.Personas.Count, page.FindAll(".summary-table tbody tr").Count), Patience);
    }

    private async Task RenameAsync(IRenderedComponent<PersonasPage> page, string from, string to)
    {
        Button(page, $"Rename {from}").Click();
        page.Find("article form input").Change(to);
        await page.Find("article form").SubmitAsync();
        await UntilReadyAsync();
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("article form")), Patience);
    }
}
