using Bunit;
using CustomerDashboard.Components.Controls;

namespace CustomerDashboard.Tests.Components.Controls;

public sealed class OptionTests : DashboardTestContext
{
    [Fact]
    public void The_slider_follows_the_hand_and_reports_where_it_was_let_go()
    {
        List<double> moved = [];
        double? settled = null;
        var slider = Render<OptionSlider>(p => p
            .Add(s => s.Label, "Number of segments").Add(s => s.Min, 2).Add(s => s.Max, 12).Add(s => s.Value, 4).Add(s => s.Default, 4)
            .Add(s => s.WhileMoving, moved.Add).Add(s => s.ValueChanged, value => settled = value));
        slider.Find("input").Input("6");
        Assert.Equal("6", slider.Find("output").TextContent);
        Assert.Null(settled);
        slider.Find("input").Change("7");
        Assert.Equal([6], moved);
        Assert.Equal(7, settled);
    }

    [Fact]
    public void A_changed_option_can_be_set_back_to_its_default()
    {
        double? value = 7;
        var slider = Render<OptionSlider>(p => p
            .Add(s => s.Label, "k").Add(s => s.Min, 2).Add(s => s.Max, 12).Add(s => s.Value, value).Add(s => s.Default, 4).Add(s => s.ValueChanged, v => value = v));
        slider.Find(".option-reset").Click();
        Assert.Equal(4, value);
    }

    [Fact]
    public void An_option_at_its_default_offers_no_reset()
    {
        var toggle = Render<OptionSwitch>(p => p.Add(s => s.Label, "Drop").Add(s => s.Value, false).Add(s => s.Default, false));
        Assert.Empty(toggle.FindAll(".option-reset"));
    }

    [Fact]
    public void A_slider_keeps_what_the_browser_sends_within_its_range()
    {
        double? value = null;
        var slider = Render<OptionSlider>(p => p.Add(s => s.Min, 2).Add(s => s.Max, 12).Add(s => s.ValueChanged, v => value = v));
        slider.Find("input").Change("900");
        Assert.Equal(12, value);
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("0")]
    [InlineData("101")]
    public void A_number_outside_its_range_is_not_passed_on(string typed)
    {
        double? value = null;
        var number = Render<OptionNumber>(p => p.Add(s => s.Label, "Percentile").Add(s => s.Min, 1).Add(s => s.Max, 100).Add(s => s.ValueChanged, v => value = v));
        number.Find("input").Change(typed);
        Assert.Null(value);
        Assert.Contains("needs a number", number.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Equal("true", number.Find("input").GetAttribute("aria-invalid"));
    }

    [Fact]
    public void A_choice_is_reported_by_its_value()
    {
        DayOfWeek? day = null;
        var select = Render<OptionSelect<DayOfWeek>>(p => p
            .Add(s => s.Label, "Day").Add(s => s.Value, DayOfWeek.Monday)
            .Add(s => s.Choices, [new(DayOfWeek.Monday, "Monday"), new(DayOfWeek.Friday, "Friday")]).Add(s => s.ValueChanged, d => day = d));
        Assert.Empty(select.FindAll(".option-reset"));
        select.Find("select").Change("1");
        Assert.Equal(DayOfWeek.Friday, day);
    }

    [Fact]
    public void A_switch_reports_its_state()
    {
        bool? on = null;
        var toggle = Render<OptionSwitch>(p => p.Add(s => s.Label, "Drop duplicates").Add(s => s.Value, false).Add(s => s.ValueChanged, v => on = v));
        toggle.Find("input").Change(true);
        Assert.True(on);
    }
}
