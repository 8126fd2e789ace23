using CustomerDashboard.Configuration;
using CustomerDashboard.Tests.Browser;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(BrowserFixture))]

namespace CustomerDashboard.Tests.Browser;

/// <summary>
/// One real server on a free port and one headless Chromium for all browser tests; both start when the first test asks for a page.
/// The data folder is a temporary one.
/// </summary>
public sealed class BrowserFixture : IAsyncDisposable
{
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--enable-unsafe-swiftshader",
    ];

    private readonly SemaphoreSlim starting = new(1, 1);
    private readonly string dataFolder = Path.Combine(Path.GetTempPath(), "customer-dashboard-tests-" + Guid.NewGuid().ToString("N"));
    private WebApplicationFactory<Program>? factory;
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>The address of the server, ending with a slash.</summary>
    public string Address { get; private set; } = "";

    /// <summary>The services of the server, to prepare workspaces without going through pages.</summary>
    public IServiceProvider Services => factory?.Services ?? throw new InvalidOperationException("Open a page first: it starts the server.");

    /// <summary>Opens a page of the dashboard in a fresh profile; the test is skipped where there is no Chromium.</summary>
    /// <param name="path">The address within the dashboard, such as "data".</param>
    /// <param name="width">Width of the window.</param>
    /// <param name="height">Height of the window.</param>
    /// <param name="dark">Whether the dark theme was chosen before.</param>
    /// <param name="locale">What the browser asks for in Accept-Language.</param>
    /// <param name="preferred">What the system asks for.</param>
    public async Task<BrowserPage> OpenAsync(string path = "", int width = 1440, int height = 900, bool dark = false, string locale = "en-GB", ColorScheme preferred = ColorScheme.Light)
    {
        await StartAsync();
        var context = await browser!.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height },
            Locale = locale,
            ReducedMotion = ReducedMotion.Reduce,
            AcceptDownloads = true,
            ColorScheme = preferred,
        });
        context.SetDefaultTimeout(20_000);
        if (dark)
            await context.AddCookiesAsync([new Cookie { Name = ThemeCookie.Name, Value = ThemeCookie.Dark, Url = Address }]);
        var page = await BrowserPage.CreateAsync(context, Address);
        await page.GoAsync(path);
        return page;
    }

    private async Task StartAsync()
    {
        await starting.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            if (browser is not null) return;
            var chromium = new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists);
            Assert.SkipWhen(chromium is null, "There is no Chromium at /usr/bin/chromium: 'apt-get install chromium' brings it.");

            if (factory is null)
            {
                var started = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
                {
                    host.UseSetting($"{DashboardOptions.Section}:{nameof(DashboardOptions.DataFolder)}", dataFolder);
                    host.UseSetting($"{DashboardOptions.Section}:{nameof(DashboardOptions.Port)}", "0");
                });
                started.UseKestrel(0);
                started.StartServer();
                Address = started.ClientOptions.BaseAddress.ToString();
                factory = started;
            }
            // A machine that also builds is slow; a test that hangs still ends.
            Assertions.SetDefaultExpectTimeout(20_000);
            playwright ??= await Playwright.CreateAsync();
            browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = chromium, Args = Arguments, Headless = true });
        }
        finally
        {
            starting.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
        if (factory is not null) await factory.DisposeAsync();
        starting.Dispose();
        if (Directory.Exists(dataFolder)) Directory.Delete(dataFolder, recursive: true);
    }
}
