using Bunit;
using CustomerDashboard.Components.Pages.Recommendations;
using CustomerDashboard.Core.Recommendations;
using CustomerDashboard.Core.Recommendations.Evaluation;
using CustomerDashboard.Core.Recommendations.Models;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerDashboard.Tests.Dashboard.Pages.Recommendations;

public sealed class RecommendationsPageTests : WorkspacePageContext
{
    [Fact]
    public async Task A_customer_found_by_id_gets_products_with_reasons()
    {
        await OpenSampleAsync();
        var page = Render<RecommendationsPage>();
        RecommendationEngine engine = Session.Result!.Recommendation!.Engine!;
        int customer = Enumerable.Range(0, engine.History.CustomerCount).First(c => engine.History.Baskets[c] > 2);
        string id = engine.History.Log.CustomerIds[customer];
        page.Find("input[role=combobox]").Input(id);
        page.WaitForAssertion(() => Assert.Contains(id, page.Find("[role=option]").TextContent, StringComparison.Ordinal), Patience);
        page.FindAll("[role=option]").First(option => option.QuerySelector(".strong")!.TextContent == id).Click();
        page.WaitForAssertion(() => Assert.Contains($"customer {id}", page.Find("#offer-title").TextContent, StringComparison.Ordinal), Patience);
        IReadOnlyList<Recommendation> expected = engine.Recommend(engine.History.Of(customer), Session.Options.Recommendation);
        Assert.Equal(expected.Select(offer => offer.Name), page.FindAll("table.offers .offer-name").Select(cell => cell.TextContent));
        Assert.All(page.FindAll("table.offers .offer-why"), why => Assert.NotEmpty(why.TextContent));
        Assert.Contains($"customer={id}", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_recommender_stands_beside_the_bestsellers()
    {
        await OpenSampleAsync();
        var page = Render<RecommendationsPage>();
        Button(page, "How good it is").Click();
        page.WaitForAssertion(() => Assert.Contains("Bestsellers (popularity)", page.Find("[aria-labelledby=quality-title]").TextContent, StringComparison.Ordinal), Patience);
        RecommenderEvaluation evaluation = Session.Result!.Recommendation!.Evaluation!;
        Assert.Equal(
            Enum.GetValues<RecommenderKind>().Count(kind => evaluation.Find(kind, CandidateScope.NewProducts) is not null),
            page.FindAll("[aria-labelledby=quality-title] tbody tr").Count);
        Button(page, "First 20").Click();
        page.WaitForAssertion(() => Assert.Contains("Of 20 products offered", page.Markup, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public async Task Repeats_and_excluded_products_are_settings_of_the_recipe()
    {
        await OpenSampleAsync();
        var page = Render<RecommendationsPage>();
        string first = page.Find("table.offers th[scope=row] .soft").TextContent.Split(' ')[0];
        page.FindAll("textarea")[0].Change($"{first}, NOSUCH");
        await UntilReadyAsync();
        page.WaitForAssertion(() => Assert.DoesNotContain(page.FindAll("table.offers th[scope=row] .soft"), cell => cell.TextContent.Split(' ')[0] == first), Patience);
        Assert.Equal([first, "NOSUCH"], Session.Options.Recommendation.ExcludedProducts);
        Assert.Contains("Nobody bought NOSUCH", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_opens_a_segment_a_basket_and_the_dimensions()
    {
        await OpenSampleAsync();
        RecommendationEngine engine = Session.Result!.Recommendation!.Engine!;
        var navigation = Services.GetRequiredService<NavigationManager>();
        int product = Array.IndexOf(engine.History.Buyers, engine.History.Buyers.Max());
        navigation.NavigateTo($"recommendations?for=basket&basket={engine.History.Log.ProductCodes[product]},GONE");
        var page = Render<RecommendationsPage>();
        Assert.Contains("1 product in the basket", page.Find("#offer-title").TextContent, StringComparison.Ordinal);
        Assert.Contains("Nobody bought GONE", page.Markup, StringComparison.Ordinal);
        navigation.NavigateTo("recommendations?for=segment&segment=1");
        page.WaitForAssertion(() => Assert.Contains(Session.Result!.Personas!.Personas[1].Name, page.Find("#offer-title").TextContent, StringComparison.Ordinal), Patience);
        navigation.NavigateTo("recommendations?view=dimensions&x=1&y=2");
        page.WaitForAssertion(() => Assert.Contains("The products that make each dimension", page.Markup, StringComparison.Ordinal), Patience);
    }
}
