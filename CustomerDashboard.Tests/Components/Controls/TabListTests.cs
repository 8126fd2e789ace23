using Bunit;
using CustomerDashboard.Components.Controls;

namespace CustomerDashboard.Tests.Components.Controls;

public sealed class TabListTests : DashboardTestContext
{
    private static readonly (string Id, string Text)[] Tabs = [("one", "The first"), ("two", "The second"), ("three", "The third")];

    [Fact]
    public void Only_the_chosen_tab_is_a_stop_of_the_tab_key()
    {
        var list = Render<TabList>(p => p.Add(l => l.Label, "Views").Add(l => l.Tabs, Tabs).Add(l => l.Shown, "two").Add(l => l.Panel, "panel"));
        Assert.Equal(["-1", "0", "-1"], list.FindAll("[role=tab]").Select(tab => tab.GetAttribute("tabindex")));
        Assert.Equal(["false", "true", "false"], list.FindAll("[role=tab]").Select(tab => tab.GetAttribute("aria-selected")));
        Assert.Equal("tab-two", list.Find("[aria-selected=true]").Id);
    }

    [Fact]
    public void A_press_tells_which_tab_is_wanted()
    {
        string? wanted = null;
        var list = Render<TabList>(p => p.Add(l => l.Label, "Views").Add(l => l.Tabs, Tabs).Add(l => l.Shown, "one").Add(l => l.Panel, "panel").Add(l => l.OnShow, id => wanted = id));
        list.Find("#tab-three").Click();
        Assert.Equal("three", wanted);
    }
}
