using Bunit;
using CustomerDashboard.Components.Pages.Cleaning;
using CustomerDashboard.Core.Cleaning;

namespace CustomerDashboard.Tests.Dashboard.Pages.Cleaning;

public sealed class CleaningPageTests : WorkspacePageContext
{
    [Fact]
    public void Without_data_it_says_what_it_will_show_and_leads_to_the_data()
    {
        var page = Render<CleaningPage>();
        page.WaitForAssertion(() => Assert.Contains("What each cleaning rule removes", page.Markup, StringComparison.Ordinal), Patience);
        Assert.Equal("data", page.Find("a.button-primary").GetAttribute("href"));
    }

    [Fact]
    public async Task The_ledger_adds_up_to_the_lines_of_the_file()
    {
        await OpenSampleAsync();
        var page = Render<CleaningPage>();
        CleaningResult result = Session.Result!.Cleaning!;
        Assert.Equal(result.Before.Rows, result.After.Rows + result.Steps.Sum(step => step.RowsRemoved));
        Assert.Contains($"{result.After.Rows:N0} of {result.Before.Rows:N0} lines are kept", page.Find(".answer").TextContent, StringComparison.Ordinal);
        Assert.Equal(result.Steps.Count(step => step.Enabled), page.FindAll("tbody tr").Count);
        var waterfall = DrawnFigures[0];
        Assert.Contains(result.Before.Rows.ToString("N0", System.Globalization.CultureInfo.CurrentCulture), waterfall.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Switching_a_rule_off_brings_its_rows_back_and_undo_removes_them_again()
    {
        await OpenSampleAsync();
        var page = Render<CleaningPage>();
        int before = Session.Result!.Cleaning!.After.Rows;
        await page.FindAll("input[role=switch]")[1].ChangeAsync(new() { Value = false });
        await UntilReadyAsync();
        Assert.False(Session.Options.Cleaning.RemoveExactDuplicates);
        Assert.True(Session.Result!.Cleaning!.After.Rows > before);
        page.WaitForAssertion(() => Assert.Contains("Undo", page.Markup, StringComparison.Ordinal), Patience);
        await Button(page, "Undo").ClickAsync(new());
        await UntilReadyAsync();
        Assert.Equal(before, Session.Result!.Cleaning!.After.Rows);
    }

    [Fact]
    public async Task Any_removed_line_can_be_looked_at_page_by_page()
    {
        await OpenSampleAsync();
        var page = Render<CleaningPage>();
        CleaningStep step = Session.Result!.Cleaning!.Step(CleaningRuleIds.MissingCustomer);
        Assert.True(step.RowsRemoved > 25);
        Button(page, "Look at the lines removed by No customer").Click();
        page.WaitForAssertion(() => Assert.Equal(25, page.FindAll("#removed tbody tr").Count), Patience);
        int first = Session.Result.Cleaning.RemovedRows(step.Number, 0, 1)[0];
        Assert.Equal(Session.Result.Cleaning.Source.SourceLine[first].ToString(System.Globalization.CultureInfo.InvariantCulture), page.Find("#removed tbody td").TextContent);
        Button(page, "Next").Click();
        Assert.Contains("Lines 26 to", page.Find("#removed").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_setting_that_cannot_be_used_is_refused_in_words_and_changes_nothing()
    {
        await OpenSampleAsync();
        var page = Render<CleaningPage>();
        var rule = page.FindComponent<CancellationRule>();
        await page.InvokeAsync(() => rule.Instance.Change(options => options with { Cancellations = options.Cancellations with { Mark = CancellationMark.InvoicePrefix, Prefix = "" } }));
        page.WaitForAssertion(() => Assert.Contains("This setting was not taken over.", page.Find("[role=alert]").TextContent, StringComparison.Ordinal), Patience);
        Assert.Equal((CancellationMark.Automatic, "C"), (Session.Options.Cleaning.Cancellations.Mark, Session.Options.Cleaning.Cancellations.Prefix));
    }

    [Fact]
    public async Task When_the_rules_leave_nothing_the_page_says_which_and_stays_usable()
    {
        await OpenFileAsync("cancelled.csv",
            """
            InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
            C536365,85123A,HEART,-6,2010-12-01 08:26:00,2.55,17850,United Kingdom
            C536366,71053,LANTERN,-6,2010-12-13 08:26:00,3.39,17851,United Kingdom

            """);
        var page = Render<CleaningPage>();
        page.WaitForAssertion(() => Assert.Contains("The rules removed every line", page.Markup, StringComparison.Ordinal), Patience);
        Assert.NotEmpty(page.FindAll("input[role=switch]"));
    }
}
