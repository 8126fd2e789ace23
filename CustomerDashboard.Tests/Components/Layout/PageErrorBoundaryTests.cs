using Bunit;
using CustomerDashboard.Components.Layout;
using Microsoft.AspNetCore.Components;

namespace CustomerDashboard.Tests.Components.Layout;

public sealed class PageErrorBoundaryTests : DashboardTestContext
{
    [Fact]
    public void A_page_that_fails_gives_a_reference_and_can_be_tried_again()
    {
        var broken = true;
        var boundary = Render<PageErrorBoundary>(p => p.Add(b => b.ChildContent, builder =>
        {
            builder.OpenComponent<Fragile>(0);
            builder.AddComponentParameter(1, nameof(Fragile.Fails), (Func<bool>)(() => broken));
            builder.CloseComponent();
        }));
        Assert.Matches("^[0-9a-f]{8}$", boundary.Find("code").TextContent);
        Assert.DoesNotContain("secret detail", boundary.Markup, StringComparison.Ordinal);
        broken = false;
        boundary.Find("button").Click();
        Assert.Equal("fine", boundary.Markup);
    }

    private sealed class Fragile : ComponentBase
    {
        [Parameter]
        public Func<bool> Fails { get; set; } = () => false;

        protected override void BuildRenderTree(Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder builder)
        {
            if (Fails()) throw new InvalidOperationException("secret detail");
            builder.AddContent(0, "fine");
        }
    }
}
