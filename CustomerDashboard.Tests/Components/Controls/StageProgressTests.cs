using Bunit;
using CustomerDashboard.Components.Controls;

namespace CustomerDashboard.Tests.Components.Controls;

public sealed class StageProgressTests : DashboardTestContext
{
    [Fact]
    public void Running_work_says_what_how_far_and_how_long()
    {
        var cancelled = false;
        var progress = Render<StageProgress>(p => p
            .Add(s => s.Running, true).Add(s => s.Stage, "Reading rows").Add(s => s.Share, 0.43).Add(s => s.Count, "412,000 of 1,067,371 lines")
            .Add(s => s.TimeLeft, TimeSpan.FromSeconds(4)).Add(s => s.OnCancel, () => cancelled = true).AddChildContent("<p>last result</p>"));
        Assert.Contains("412,000 of 1,067,371 lines · 43% · 4 s left", progress.Markup, StringComparison.Ordinal);
        Assert.Equal("43", progress.Find("[role=progressbar]").GetAttribute("aria-valuenow"));
        Assert.Contains("last result", progress.Find(".page-updating").TextContent, StringComparison.Ordinal);
        progress.Find("button").Click();
        Assert.True(cancelled);
    }

    [Fact]
    public void Finished_work_shows_only_the_result()
    {
        var progress = Render<StageProgress>(p => p.Add(s => s.Running, false).AddChildContent("<p>result</p>"));
        Assert.Empty(progress.FindAll("[role=progressbar]"));
        Assert.Empty(progress.FindAll(".page-updating"));
    }

    [Fact]
    public void An_unknown_share_has_no_value()
    {
        var progress = Render<StageProgress>(p => p.Add(s => s.Running, true));
        Assert.False(progress.Find("[role=progressbar]").HasAttribute("aria-valuenow"));
    }
}
