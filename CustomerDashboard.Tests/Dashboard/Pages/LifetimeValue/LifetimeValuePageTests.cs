using Bunit;
using CustomerDashboard.Components.Controls;
using CustomerDashboard.Components.Pages.LifetimeValue;
using CustomerDashboard.Core.LifetimeValue;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerDashboard.Tests.Dashboard.Pages.LifetimeValue;

public sealed class LifetimeValuePageTests : WorkspacePageContext
{
    [Fact]
    public void Without_data_it_says_what_it_will_show()
    {
        var page = Render<LifetimeValuePage>();
        page.WaitForAssertion(() => Assert.Contains("still worth", page.Markup, StringComparison.Ordinal), Patience);
        Assert.Contains("Bring data", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_answer_and_the_contest_come_from_the_analysis()
    {
        await OpenSampleAsync();
        var page = Render<LifetimeValuePage>();
        LifetimeValueResult lifetime = Session.Result!.LifetimeValue!;
        Assert.Contains(Numbers.Money(lifetime.Customers.Sum(one => one.Value12), Session.Options.Personas.Currency), page.Find(".answer").TextContent, StringComparison.Ordinal);
        Assert.Contains(lifetime.Race!.Verdict, page.Markup, StringComparison.Ordinal);
        Assert.Equal(lifetime.Race.Contenders.Select(one => one.Name), page.FindAll("[aria-label='The contest on the days held out'] tbody th").Select(cell => cell.TextContent.Replace("Nearest", "", StringComparison.Ordinal).Trim()));
    }

    [Fact]
    public async Task Overdue_customers_are_listed_by_what_is_at_stake_and_stand_in_the_address()
    {
        await OpenSampleAsync();
        var page = Render<LifetimeValuePage>();
        LifetimeValueResult lifetime = Session.Result!.LifetimeValue!;
        CustomerLifetime first = lifetime.Customers.Where(one => one.IsOverdue).MaxBy(one => one.ValueIfAlive)!;
        Button(page, "Overdue").Click();
        page.WaitForAssertion(() => Assert.Contains("overdue", page.Find("#lifetime-customers-title").TextContent, StringComparison.Ordinal), Patience);
        Assert.Equal(first.Id, page.Find(".rz-data-grid tbody td").TextContent.Trim());
        Assert.EndsWith("view=overdue", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_margin_scales_the_value()
    {
        await OpenSampleAsync();
        var page = Render<LifetimeValuePage>();
        double before = Session.Result!.LifetimeValue!.Customers.Sum(one => one.Value12);
        page.Find("input[type=number]").Change("50");
        page.WaitForAssertion(() => Assert.Equal(0.5, Session.Options.LifetimeValue.Margin), Patience);
        await UntilReadyAsync();
        Assert.Equal(before / 2, Session.Result!.LifetimeValue!.Customers.Sum(one => one.Value12), 1e-6 * before);
    }
}
