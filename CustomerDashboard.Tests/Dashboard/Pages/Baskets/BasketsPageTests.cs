using AngleSharp.Dom;
using Bunit;
using CustomerDashboard.Components.Pages.Baskets;
using CustomerDashboard.Core.Baskets;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerDashboard.Tests.Dashboard.Pages.Baskets;

public sealed class BasketsPageTests : WorkspacePageContext
{
    [Fact]
    public async Task The_page_says_the_strongest_rule_and_how_many_there_are()
    {
        await OpenSampleAsync();
        var page = Render<BasketsPage>();
        var baskets = Session.Result!.Baskets!;
        Assert.StartsWith("Of 100 baskets with", page.Find(".answer").TextContent, StringComparison.Ordinal);
        Assert.Contains($"These settings give {baskets.Rules.Rules.Count:N0} rule", page.Find(".rules-expected").TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(page.FindAll("table.table tbody tr"));
    }

    [Fact]
    public async Task A_slider_says_what_to_expect_before_anything_runs_and_then_that_is_what_comes()
    {
        await OpenSampleAsync();
        var page = Render<BasketsPage>();
        var before = Session.Result;
        Slider(page, 2).Input("2.5");
        Assert.Same(before, Session.Result);
        double expected = before!.Baskets!.Forecast!.Estimate(before.Baskets.MinSupport, 0, 2.5).Rules;
        Assert.Contains($"These settings give {expected:N0} rule", page.Find(".rules-expected").TextContent, StringComparison.Ordinal);
        await page.InvokeAsync(() => Slider(page, 2).ChangeAsync(new ChangeEventArgs { Value = "2.5" }));
        await UntilReadyAsync();
        page.WaitForAssertion(() => Assert.Equal(expected, Session.Result!.Baskets!.Rules.Rules.Count), Patience);
        Assert.Equal(2.5, Session.Options.Baskets.MinLift);
    }

    [Fact]
    public async Task A_rule_in_the_address_is_told_in_words()
    {
        await OpenSampleAsync();
        var baskets = Session.Result!.Baskets!;
        AssociationRule rule = baskets.Rules.Rules[^1];
        Navigate($"baskets?view=matrix&rule={Uri.EscapeDataString(BasketWords.Address(rule, baskets.Table))}");
        var page = Render<BasketsPage>();
        Assert.Contains(RuleWords.Sentence(rule, baskets.Table), page.Find("section[aria-labelledby='rule-title']").TextContent, StringComparison.Ordinal);
        Assert.Equal("Matrix", page.Find(".segmented button[aria-pressed='true']").TextContent);
        page.Find("button[aria-label='Close the rule']").Click();
        Assert.Empty(page.FindAll("section[aria-labelledby='rule-title']"));
    }

    [Fact]
    public async Task A_search_leaves_the_rules_about_a_product()
    {
        await OpenSampleAsync();
        var baskets = Session.Result!.Baskets!;
        int product = baskets.Rules.Rules[0].Antecedent[0];
        Navigate($"baskets?search={baskets.Table.ProductCodes[product]}");
        var page = Render<BasketsPage>();
        int about = baskets.Rules.Rules.Count(rule => rule.FoldedInto is null && rule.Antecedent.Concat(rule.Consequent).Any(item => baskets.Table.ProductCodes[item].Contains(baskets.Table.ProductCodes[product], StringComparison.OrdinalIgnoreCase)));
        Assert.StartsWith($"{about:N0} of ", page.Find("section[aria-labelledby='rules-title'] p").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_product_a_basket_leads_to_a_customers_day()
    {
        await OpenFileAsync("single.csv", "invoice,customer,date,product,quantity,price\n" + string.Join('\n', Enumerable.Range(0, 90).Select(i =>
            $"{i},{(i / 2) % 15},2024-01-{(i / 30) + 1:00},{(i % 2 == 0 ? "A" : "B")},1,{2 + (i % 3)}")));
        var page = Render<BasketsPage>();
        Assert.Contains("one product only", page.Markup, StringComparison.Ordinal);
        Button(page, "Count a customer's day as one basket").Click();
        page.WaitForAssertion(() => Assert.Equal(BasketKind.CustomerDay, Session.Options.Baskets.Kind), Patience);
        await UntilReadyAsync();
        page.WaitForAssertion(() => Assert.DoesNotContain("one product only", page.Markup, StringComparison.Ordinal), Patience);
    }

    private static IElement Slider(IRenderedComponent<BasketsPage> page, int index) => page.FindAll("input.slider")[index];

    private void Navigate(string address) => Services.GetRequiredService<NavigationManager>().NavigateTo(address);
}
