using CustomerDashboard.Configuration;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace CustomerDashboard.Tests.Security;

/// <summary>What every answer of the server says to the browser, and whom the server answers at all.</summary>
public sealed class SecurityHeadersTests : IDisposable
{
    private readonly string dataFolder = Path.Combine(Path.GetTempPath(), "customer-dashboard-tests-" + Guid.NewGuid().ToString("N"));
    private readonly WebApplicationFactory<Program> factory;

    public SecurityHeadersTests() => factory = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
        host.UseSetting($"{DashboardOptions.Section}:{nameof(DashboardOptions.DataFolder)}", dataFolder));

    public void Dispose()
    {
        factory.Dispose();
        if (Directory.Exists(dataFolder)) Directory.Delete(dataFolder, recursive: true);
    }

    [Theory]
    [InlineData("")]
    [InlineData("app.css")]
    [InlineData("no-such-page")]
    public async Task Every_answer_carries_them(string path)
    {
        using var client = factory.CreateClient();
        using var answer = await client.GetAsync(new Uri("/" + path, UriKind.Relative), TestContext.Current.CancellationToken);
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-eval", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
    }

    [Fact]
    public async Task The_document_has_no_inline_script()
    {
        using var client = factory.CreateClient();
        using var answer = await client.GetAsync(new Uri("/no-such-page", UriKind.Relative), TestContext.Current.CancellationToken);
        var document = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("blazor.web", document, StringComparison.Ordinal);
        Assert.DoesNotMatch("<script(?![^>]*\\bsrc=)", document);
    }

    [Fact]
    public async Task A_name_that_is_not_this_machine_is_refused()
    {
        // A page elsewhere could otherwise point its own name at this address and read the data.
        using var client = factory.CreateClient(new WebApplicationFactoryClientOptions { BaseAddress = new Uri("http://attacker.example") });
        using var answer = await client.GetAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, answer.StatusCode);
    }
}
