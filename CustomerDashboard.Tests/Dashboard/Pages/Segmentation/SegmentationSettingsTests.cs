using System.Globalization;
using System.Text;
using Bunit;
using CustomerDashboard.Components.Controls;
using CustomerDashboard.Components.Pages.Segmentation;
using CustomerDashboard.Core.Segmentation;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace CustomerDashboard.Tests.Dashboard.Pages.Segmentation;

/// <summary>What a person sets beside the picture: methods, features, categories, limits, and what is done without a value.</summary>
public sealed class SegmentationSettingsTests : SegmentationPageContext
{
    [Fact]
    public async Task Escape_closes_the_list_of_methods()
    {
        var page = await SampleAsync();
        await page.InvokeAsync(() => page.Find(".method-shown").Click());
        Assert.NotEmpty(page.FindAll(".method-item"));
        await page.Find(".method").KeyDownAsync(new KeyboardEventArgs { Key = "Escape" });
        Assert.Empty(page.FindAll(".method-item"));
    }

    [Fact]
    public async Task A_column_of_categories_is_one_choice()
    {
        var page = await FileAsync("members.csv", Members());
        Assert.Equal(["Age", "Spending", "Tier"], page.FindAll(".feature > span").Select(span => span.FirstChild!.TextContent.Trim()));
        await CheckAsync(page, 2, false);
        Assert.Equal(["Age", "Spending"], Session.Options.Segmentation.Features);
        await CheckAsync(page, 2, true);
        Assert.Equal(["Age", "Spending", "Tier=Bronze", "Tier=Gold", "Tier=Silver"], Session.Options.Segmentation.Features.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Categories_take_an_order_and_a_slip_is_told_at_the_field()
    {
        var page = await FileAsync("members.csv", Members());
        await page.InvokeAsync(() => page.Find("#order-Tier").ChangeAsync(new ChangeEventArgs { Value = "Bronze, Silver, Platinum" }));
        Assert.Contains("There is no 'Platinum' in Tier. Its categories:", page.Markup, StringComparison.Ordinal);
        Assert.Empty(Session.Options.Attributes.Ordinal);
        await page.InvokeAsync(() => page.Find("#order-Tier").ChangeAsync(new ChangeEventArgs { Value = "Bronze, Silver, Gold" }));
        Assert.Equal(["Bronze", "Silver", "Gold"], Session.Options.Attributes.Ordinal["Tier"]);
        page.WaitForAssertion(() => Assert.Contains(Session.Result!.Features!.Definitions, feature => feature.Id == "Tier"), Patience);
    }

    [Fact]
    public async Task Customers_without_a_value_can_be_left_out()
    {
        var page = await FileAsync("members.csv", Members(without: 7));
        var fill = page.FindAll("select").Single(select => select.TextContent.Contains("Leave those customers out", StringComparison.Ordinal));
        await fill.ChangeAsync(new ChangeEventArgs { Value = fill.Children.Single(option => option.TextContent == "Leave those customers out").GetAttribute("value") });
        Assert.Equal(MissingFeatureFill.LeaveOut, Session.Options.Segmentation.MissingValues);
        page.WaitForAssertion(() => Assert.Contains("7 customers (12%) are in no segment", Answer(page), StringComparison.Ordinal), Patience);
    }

    [Fact]
    public async Task Rfm_limits_that_do_not_rise_are_refused_at_their_field()
    {
        var page = await SampleAsync();
        await ChooseMethodAsync(page, "RFM scoring");
        Assert.Contains("scales nothing", page.Markup, StringComparison.Ordinal);
        await page.InvokeAsync(() => page.FindComponents<OptionSwitch>().Single(option => option.Instance.Label == "Own limits for the scores").Find("input").ChangeAsync(new ChangeEventArgs { Value = true }));
        page.WaitForAssertion(() => Assert.Equal(12, page.FindAll(".cut input").Count), Patience);
        page.WaitForAssertion(() => Assert.True(Session.Job is not { IsActive: true }), Patience);
        var cuts = Session.Options.Segmentation.Rfm.FrequencyCuts!;
        await page.InvokeAsync(() => page.FindAll(".cut input")[5].ChangeAsync(new ChangeEventArgs { Value = (cuts[2] + 1).ToString(CultureInfo.InvariantCulture) }));
        var wrong = page.FindAll(".cut input")[5];
        Assert.Equal("true", wrong.GetAttribute("aria-invalid"));
        Assert.Contains("was not taken over", page.Find("#" + wrong.GetAttribute("aria-describedby")).TextContent, StringComparison.Ordinal);
        Assert.Single(page.FindAll(".cuts [role=alert]"));
        Assert.Equal(cuts, Session.Options.Segmentation.Rfm.FrequencyCuts);
    }

    [Fact]
    public async Task Rfm_scores_stand_in_the_table_of_customers()
    {
        var page = await SampleAsync();
        await ChooseMethodAsync(page, "RFM scoring");
        page.WaitForAssertion(() => Assert.Contains("RFM score", page.Find("#segmented-customers table").TextContent, StringComparison.Ordinal), Patience);
        var scores = Session.Result!.Segmentation!.Findings.Rfm!;
        Assert.Contains(scores.Cell(0), page.FindAll("#segmented-customers tbody tr")[0].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_customer_of_whom_little_is_told_is_no_sure_thing()
    {
        Navigation.NavigateTo("segmentation?view=newcomer");
        var page = await SampleAsync();
        page.Find("#newcomer-Frequency").Change("2");
        await page.Find("form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("Not known: Days since last purchase, Total spend (2 of 3).", page.Find(".newcomer-answer").TextContent, StringComparison.Ordinal), Patience);
    }

    private static string Members(int without = 0)
    {
        var text = new StringBuilder("MemberID,Age,Spending,Tier\n");
        for (var i = 0; i < 60; i++)
        {
            var tier = (i % 3) switch { 0 => "Gold", 1 => "Bronze", _ => "Silver" };
            text.Append(CultureInfo.InvariantCulture, $"M{i + 1},{(i < without ? "" : (20 + (i % 3 * 20) + (i % 5)).ToString(CultureInfo.InvariantCulture))},{5 + (i % 2 * 60) + (i % 6)},{tier}\n");
        }

        return text.ToString();
    }
}
