using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using CustomerDashboard.Configuration;
using CustomerDashboard.Core.Sampling;
using CustomerDashboard.Tests.Workspaces;
using CustomerDashboard.Workspaces;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerDashboard.Tests.Endpoints;

public sealed class WorkspaceEndpointTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private WebApplication _app = null!;
    private HttpClient _client = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _app = DashboardApp.Build(
        [
            "--CustomerDashboard:Port=0", $"--CustomerDashboard:DataFolder={_folder.Path}", "--CustomerDashboard:Workspaces:MaxUploadBytes=40000000",
            "--Logging:LogLevel:Default=Warning",
        ]);
        await _app.StartAsync(Token);
        _client = new HttpClient { BaseAddress = new Uri(_app.Urls.First()) };
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
        _folder.Dispose();
    }

    private static ByteArrayContent Raw(byte[] bytes)
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        return content;
    }

    private async Task<HttpResponseMessage> PostAsync(string address, HttpContent content, bool withToken = true)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        if (withToken)
        {
            using JsonDocument issued = JsonDocument.Parse(await _client.GetStringAsync("/api/antiforgery", Token));
            request.Headers.Add(issued.RootElement.GetProperty("header").GetString()!, issued.RootElement.GetProperty("token").GetString());
        }

        return await _client.SendAsync(request, Token);
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage response)
    {
        using JsonDocument document = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Token));
        return document.RootElement.Clone();
    }

    private async Task<string> UploadSampleAsync()
    {
        using var text = new StringWriter();
        SampleRetailer.WriteTransactions(text, new SampleOptions { Customers = 100 }, null, Token);
        using HttpResponseMessage response = await PostAsync("/api/workspaces?name=My%20shop.csv", Raw(Encoding.UTF8.GetBytes(text.ToString())));
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        string id = (await JsonAsync(response)).GetProperty("id").GetString()!;
        _app.Services.GetRequiredService<WorkspaceRegistry>().Open(id).Run();
        return id;
    }

    [Fact]
    public async Task A_raw_body_becomes_a_workspace()
    {
        byte[] bytes = new byte[35_000_000];
        Random.Shared.NextBytes(bytes);
        using HttpResponseMessage response = await PostAsync("/api/workspaces?name=..%2F..%2Fbig%20file.csv", Raw(bytes));
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        JsonElement answer = await JsonAsync(response);
        Assert.Equal("big file.csv", answer.GetProperty("fileName").GetString());
        Assert.Equal(bytes.Length, answer.GetProperty("bytes").GetInt64());
        var store = _app.Services.GetRequiredService<WorkspaceStore>();
        Assert.Equal(bytes, await File.ReadAllBytesAsync(store.SourcePath(answer.GetProperty("id").GetString()!), Token));
    }

    [Fact]
    public async Task A_form_becomes_a_workspace()
    {
        using var form = new MultipartFormDataContent { { Raw("a,b\n1,2\n"u8.ToArray()), "file", "shop.csv" } };
        using HttpResponseMessage response = await PostAsync("/api/workspaces", form);
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal("shop", (await JsonAsync(response)).GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_file_over_the_limit_is_refused_in_words_and_leaves_nothing()
    {
        using HttpResponseMessage response = await PostAsync("/api/workspaces?name=big.csv", Raw(new byte[40_000_001]));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Contains("38 MB", (await JsonAsync(response)).GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Empty(_app.Services.GetRequiredService<WorkspaceStore>().List());
    }

    [Fact]
    public async Task Without_the_token_nothing_is_taken()
    {
        using HttpResponseMessage response = await PostAsync("/api/workspaces?name=x.csv", Raw([1]), withToken: false);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Empty(_app.Services.GetRequiredService<WorkspaceStore>().List());
    }

    [Fact]
    public async Task Every_download_comes_with_a_safe_name()
    {
        string id = await UploadSampleAsync();
        (string File, string Start)[] files =
        [
            ("customers.csv", "\uFEFFCustomerId,"), ("segments.csv", "\uFEFFSegment,"), ("rejected.csv", "\uFEFFLine,"), ("predictions.csv", "\uFEFFCustomerId,"),
            ("removed/MissingCustomer.csv", "\uFEFFLine,"), ("segments/0.csv", "\uFEFFCustomerId,"), ("recipe.json", "{"), ("summary.json", "{"),
        ];
        foreach (var (file, start) in files)
        {
            using HttpResponseMessage response = await _client.GetAsync($"/api/workspaces/{id}/{file}", Token);
            Assert.True(response.StatusCode == HttpStatusCode.OK, $"{file}: {await response.Content.ReadAsStringAsync(Token)}");
            string text = Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync(Token));
            Assert.StartsWith(start, text, StringComparison.Ordinal);
            Assert.Matches("^\"?My-shop-[A-Za-z0-9._-]+\"?$", response.Content.Headers.ContentDisposition!.FileName!);
        }
    }

    [Fact]
    public async Task A_chosen_audience_holds_the_chosen_customers()
    {
        string id = await UploadSampleAsync();
        using var form = new FormUrlEncodedContent([new("customers", "12346\n12350\nnobody"), new("name", "VIPs / autumn")]);
        using HttpResponseMessage response = await PostAsync($"/api/workspaces/{id}/audience.csv", form);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        string[] lines = (await response.Content.ReadAsStringAsync(Token)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, lines.Length);
        Assert.StartsWith("12346,", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_audience_may_be_larger_than_a_usual_form_field()
    {
        string id = await UploadSampleAsync();
        using var form = new MultipartFormDataContent { { new StringContent("12346\n" + new string('x', 5 << 20)), "customers" } };
        using HttpResponseMessage response = await PostAsync($"/api/workspaces/{id}/audience.csv", form);
        Assert.True(response.StatusCode == HttpStatusCode.OK, await response.Content.ReadAsStringAsync(Token));
        Assert.Equal(2, (await response.Content.ReadAsStringAsync(Token)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Theory]
    [InlineData("00000000000000000000/customers.csv")]
    [InlineData("..%2F..%2Fetc/customers.csv")]
    [InlineData("x/recipe.json")]
    public async Task An_unknown_workspace_is_not_found(string path)
    {
        using HttpResponseMessage response = await _client.GetAsync($"/api/workspaces/{path}", Token);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }
}
