using System.Text.Json;
using CustomerDashboard.Tests.Charts;

namespace CustomerDashboard.Tests.Browser;

/// <summary>Every figure the dashboard builds, drawn by the real plotly.js under the real security headers.</summary>
[Collection(BrowserRuns.Name)]
public sealed class FigureDrawingTests(BrowserFixture browser)
{
    // On the body, because the content belongs to Blazor.
    private const string Draw =
        """
        async ([figure, height, minWidth, title]) => {
          const before = document.getElementById('figure-stage');
          const stage = document.createElement('div');
          stage.id = 'figure-stage';
          stage.style.cssText = 'position:absolute;inset:0;z-index:1000;padding:24px;background:var(--ground)';
          stage.innerHTML = '<section class="card scroll-x"><h3></h3><div></div></section>';
          document.body.append(stage);
          stage.querySelector('h3').textContent = title;
          const plot = stage.querySelector('section > div');
          plot.style.height = height + 'px';
          plot.style.minWidth = minWidth + 'px';

          const chart = await import('/js/plotly-chart.js');
          if (before) {
            chart.dispose(before.querySelector('.js-plotly-plot'));
            before.remove();
          }
          figure = JSON.parse(figure);
          const complaints = [];
          chart.draw(plot, figure, '/lib/plotly-strict.min.js', { invokeMethodAsync: (name, what) => complaints.push(`${title}: ${name} ${what}`) });
          for (let i = 0; i < 400 && !plot.dataset.drawn && !complaints.length; i++) await new Promise(resolve => setTimeout(resolve, 50));
          chart.update(plot, figure);
          await new Promise(resolve => setTimeout(resolve, 100));
          if (!plot.dataset.drawn) return [`${title}: was not drawn`, ...complaints];
          if (JSON.stringify([plot.data, plot.layout]).includes('var(--')) complaints.push(`${title}: a colour token was left unresolved`);
          const svg = plot.querySelector('.main-svg');
          if (!svg || svg.clientWidth < 100) complaints.push(`${title}: nothing was drawn`);
          if (plot.querySelector('.no-webgl')) complaints.push(`${title}: WebGL did not start`);
          for (const text of plot.querySelectorAll('text')) {
            if (text.textContent.trim() && parseFloat(getComputedStyle(text).fontSize) < 11.9) complaints.push(`${title}: '${text.textContent}' is smaller than 12 px`);
          }
          return complaints;
        }
        """;

    [Theory]
    [InlineData(1440, false)]
    [InlineData(1440, true)]
    [InlineData(390, false)]
    public async Task Plotly_accepts_and_draws_it(int width, bool dark)
    {
        await using var page = await browser.OpenAsync("no-such-page", width, dark: dark);
        var complaints = new List<string>();
        foreach (var (name, create) in FigureSamples.All)
        {
            var figure = create();
            complaints.AddRange(await page.Page.EvaluateAsync<string[]>(
                Draw, new object[] { JsonSerializer.Serialize(figure, JsonSerializerOptions.Web), figure.Height, figure.MinWidth, name }));
            await page.ScreenshotAsync($"figure-{name}-{width}-{(dark ? "dark" : "light")}");
        }
        Assert.Empty(complaints);
        page.AssertClean();
    }
}
