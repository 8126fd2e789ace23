using Bunit;
using CustomerDashboard.Components.Pages.Links;
using CustomerDashboard.Core.Baskets.Network;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerDashboard.Tests.Dashboard.Pages.Links;

public sealed class LinksPageTests : WorkspacePageContext
{
    [Fact]
    public void Without_data_it_says_what_it_will_show()
    {
        var page = Render<LinksPage>();
        page.WaitForAssertion(() => Assert.Contains("bought together", page.Markup, StringComparison.Ordinal), Patience);
        Assert.Contains("Bring data", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_answer_the_communities_and_the_table_come_from_the_network()
    {
        await OpenSampleAsync();
        var page = Render<LinksPage>();
        LinkNetwork network = Session.Result!.ProductNetwork!.Network!;
        Assert.Equal(NetworkWords.Answer(network, "products"), page.Find(".answer").TextContent.Trim());
        Assert.Contains(NetworkWords.Hubs(network, "products"), page.Markup.Replace("&#x27;", "'", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(Math.Min(15, network.Communities.Count(community => community.Size > 2)), page.FindAll("table.table tbody tr").Count);
        Assert.EndsWith("product_network.csv", page.FindAll("a[download]").Select(link => link.GetAttribute("href")).Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_product_found_by_name_is_lit_up_and_stands_in_the_address()
    {
        await OpenSampleAsync();
        var page = Render<LinksPage>();
        LinkNetwork network = Session.Result!.ProductNetwork!.Network!;
        NetworkNode wanted = network.Nodes[network.Hubs[0]];
        page.Find("#node-search").Input(wanted.Code);
        page.WaitForElement(".finder-item").Click();
        page.WaitForAssertion(() => Assert.Contains($"Linked with {wanted.Name}", page.Find("#neighbourhood-title").TextContent, StringComparison.Ordinal), Patience);
        Assert.Contains($"node={wanted.Code}", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
        Button(page, "Show all").Click();
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("#neighbourhood-title")), Patience);
    }

    [Fact]
    public async Task The_slider_says_what_it_gives_before_it_is_let_go()
    {
        await OpenSampleAsync();
        var page = Render<LinksPage>();
        ProductNetworkResult before = Session.Result!.ProductNetwork!;
        int higher = before.MinimumBaskets + 1;
        page.Find("input.slider").Input(higher.ToString(System.Globalization.CultureInfo.InvariantCulture));
        page.WaitForAssertion(() => Assert.Contains($"{before.Counts.Links(higher)} link", page.Markup.Replace(",", "", StringComparison.Ordinal), StringComparison.Ordinal), Patience);
        Assert.Null(Session.Options.ProductNetwork.MinimumBaskets);
        page.Find("input.slider").Change(higher.ToString(System.Globalization.CultureInfo.InvariantCulture));
        page.WaitForAssertion(() => Assert.Equal(higher, Session.Options.ProductNetwork.MinimumBaskets), Patience);
        await UntilReadyAsync();
        Assert.Equal(before.Counts.Links(higher), Session.Result!.ProductNetwork!.Network!.Links.Count);
    }

    [Fact]
    public async Task Asking_for_too_much_says_so_and_leaves_the_settings_in_reach()
    {
        await OpenSampleAsync();
        var page = Render<LinksPage>();
        await Session.UpdateAsync(o => o with { ProductNetwork = o.ProductNetwork with { MinimumBaskets = 1_000_000 } });
        await UntilReadyAsync();
        page.WaitForAssertion(() => Assert.Contains("No products are linked", page.Markup, StringComparison.Ordinal), Patience);
        Assert.Contains("most frequent pair", page.Markup, StringComparison.Ordinal);
        Assert.NotEmpty(page.FindAll("input.slider"));
    }

    [Fact]
    public async Task Customers_are_the_second_view()
    {
        await OpenSampleAsync();
        var page = Render<LinksPage>();
        Button(page, "Customers").Click();
        LinkNetwork network = Session.Result!.CustomerNetwork!.Network!;
        page.WaitForAssertion(() => Assert.Equal(NetworkWords.Answer(network, "customers"), page.Find(".answer").TextContent.Trim()), Patience);
        Assert.Contains("view=customers", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }
}
