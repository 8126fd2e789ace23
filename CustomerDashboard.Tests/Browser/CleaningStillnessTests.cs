using CustomerDashboard.Workspaces;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CustomerDashboard.Tests.Browser;

/// <summary>A page that recomputes keeps its controls where they are: the next press finds what it was aimed at.</summary>
[Collection(BrowserRuns.Name)]
public sealed class CleaningStillnessTests(BrowserFixture browser)
{
    // Every change of the document is a chance to move: noted are the places of a switch, and whether a run was shown.
    private const string Watch =
        """
        () => {
          const target = document.querySelectorAll('.options-panel input[role=switch]')[3];
          window.seen = { tops: new Set(), running: false, pressable: true };
          const note = () => {
            const box = target.getBoundingClientRect();
            window.seen.tops.add(Math.round(box.left) + ',' + Math.round(box.top));
            if (!document.querySelector('.stage-over')) return;
            window.seen.running = true;
            const hit = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
            if (hit !== target) window.seen.pressable = false;
          };
          note();
          new MutationObserver(note).observe(document.body, { childList: true, subtree: true, attributes: true });
        }
        """;

    [Fact]
    public async Task A_switch_stays_in_its_place_and_takes_presses_while_the_page_recomputes()
    {
        await using var page = await browser.OpenAsync("data");
        using (var scope = browser.Services.CreateScope())
        {
            var session = new WorkspaceSession(scope.ServiceProvider.GetRequiredService<WorkspaceRegistry>());
            await session.CreateSampleAsync(1500, cancellationToken: TestContext.Current.CancellationToken);
        }

        await page.GoAsync("cleaning");
        var switches = page.Page.Locator(".options-panel").GetByRole(AriaRole.Switch);
        await switches.Nth(3).WaitForAsync(new() { Timeout = 60_000 });
        await Expect(page.Page.Locator(".stage-over")).ToHaveCountAsync(0, new() { Timeout = 60_000 });
        await page.WaitForChartsAsync();
        await page.Page.EvaluateAsync(Watch);

        // Another test may have left the tab with rules of its own; the second press comes while the first is computed.
        var before = (await switches.Nth(1).IsCheckedAsync(), await switches.Nth(2).IsCheckedAsync());
        await switches.Nth(1).ClickAsync();
        await switches.Nth(2).ClickAsync();
        await Expect(switches.Nth(1)).ToBeCheckedAsync(new() { Checked = !before.Item1 });
        await Expect(switches.Nth(2)).ToBeCheckedAsync(new() { Checked = !before.Item2 });
        await page.Page.WaitForFunctionAsync("() => window.seen.running");
        await Expect(page.Page.Locator(".stage-over")).ToHaveCountAsync(0, new() { Timeout = 60_000 });

        Assert.True(await page.Page.EvaluateAsync<bool>("() => window.seen.pressable"), "Something lay over the switch while the page recomputed.");
        Assert.Single(await page.Page.EvaluateAsync<string[]>("() => [...window.seen.tops]"));
        await page.AssertAccessibleAsync();
        page.AssertClean();
    }
}
