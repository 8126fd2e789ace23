using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using CustomerDashboard.CommandLine;
using CustomerDashboard.Core.Sampling;
using CustomerDashboard.Tests.Workspaces;
using CustomerDashboard.Workspaces;

namespace CustomerDashboard.Tests.CommandLine;

/// <summary>What a person has after the program was killed in the middle of its work, or could not begin it.</summary>
public sealed class ServerProcessTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Killed_while_it_receives_and_imports_it_finds_every_workspace_again()
    {
        WorkspaceRecord first = await CreateAsync("Spring");
        WorkspaceRecord second = await CreateAsync("Autumn");
        string incoming = Path.Combine(folder.Path, "workspaces");

        // Once while the file is read, once when the table that was read is being written or has just been.
        foreach (string sign in (string[])["", "import-*"])
        {
            using ServerProcess server = await ServerProcess.StartAsync(folder.Path, Token);
            using TcpClient upload = await BeginUploadAsync(server);
            _ = server.Client.GetAsync($"/api/workspaces/{second.Id}/customers.csv", Token);
            await WaitForAsync(() => Directory.GetDirectories(incoming, ".incoming-*").Length > 0
                && (sign.Length == 0 || Directory.GetFiles(Path.Combine(incoming, second.Id), sign).Length > 0));
            server.Kill();
        }

        using ServerProcess again = await ServerProcess.StartAsync(folder.Path, Token);
        foreach (WorkspaceRecord record in (WorkspaceRecord[])[first, second])
        {
            using HttpResponseMessage response = await again.Client.GetAsync($"/api/workspaces/{record.Id}/customers.csv", Token);
            string text = await response.Content.ReadAsStringAsync(Token);
            Assert.True(response.StatusCode == HttpStatusCode.OK, text);
            Assert.Equal(1 + 80, text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        }

        IReadOnlyList<WorkspaceInfo> list = new WorkspaceStore(folder.Path).List();
        Assert.Equal(["Autumn", "Spring"], list.Select(info => info.Name).Order(StringComparer.Ordinal));
        Assert.All(list, info => Assert.Equal(WorkspaceState.Ready, info.State));
        Assert.Equal(2, Directory.GetDirectories(incoming).Length);
        Assert.Empty(Directory.GetFiles(incoming, "*.partial", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_killed_connection_leaves_no_debris()
    {
        using ServerProcess server = await ServerProcess.StartAsync(folder.Path, Token);
        string incoming = Path.Combine(folder.Path, "workspaces");
        using (TcpClient upload = await BeginUploadAsync(server))
        {
            await WaitForAsync(() => Directory.Exists(incoming) && Directory.GetDirectories(incoming, ".incoming-*").Length > 0);

            // Closed without a farewell, as when a cable is pulled.
            upload.LingerState = new LingerOption(true, 0);
        }

        await WaitForAsync(() => Directory.GetDirectories(incoming).Length == 0);
        using HttpResponseMessage response = await server.Client.GetAsync("/api/antiforgery", Token);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task A_port_in_use_is_told_in_one_sentence()
    {
        using TcpListener taken = new(IPAddress.Loopback, 0);
        taken.Start();
        int port = ((IPEndPoint)taken.LocalEndpoint).Port;
        (int code, string output, string error) = await ServerProcess.RunAsync([], Token, "--port", $"{port}", "--data", folder.Path);
        Assert.Equal(ExitCodes.Failed, code);
        string[] lines = (output + error).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.Equal($"Port {port} is in use by another program. Choose another with --port.", Assert.Single(lines));
    }

    private static async Task WaitForAsync(Func<bool> happened)
    {
        while (!happened())
        {
            await Task.Delay(2, Token);
        }
    }

    /// <summary>A sample whose reading has been confirmed, so that asking for its customers starts the analysis.</summary>
    private async Task<WorkspaceRecord> CreateAsync(string name)
    {
        using StringWriter text = new();
        SampleRetailer.WriteTransactions(text, new SampleOptions { Customers = 80, Seed = name.Length }, null, Token);
        WorkspaceStore store = new(folder.Path);
        using MemoryStream content = new(Encoding.UTF8.GetBytes(text.ToString()));
        WorkspaceRecord record = await store.CreateAsync(content, "shop.csv", long.MaxValue, name, Token);
        return store.Update(record.Id, kept => kept with { Confirmed = true });
    }

    /// <summary>Sends the head of an upload of ten megabytes and one of them, and leaves it at that.</summary>
    private static async Task<TcpClient> BeginUploadAsync(ServerProcess server)
    {
        using HttpResponseMessage issued = await server.Client.GetAsync("/api/antiforgery", Token);
        using JsonDocument token = JsonDocument.Parse(await issued.Content.ReadAsStringAsync(Token));
        string cookie = issued.Headers.GetValues("Set-Cookie").First().Split(';')[0];
        TcpClient client = new();
        await client.ConnectAsync(server.Address.Host, server.Address.Port, Token);
        string head = $"POST /api/workspaces?name=half.csv HTTP/1.1\r\nHost: {server.Address.Authority}\r\nCookie: {cookie}\r\n"
            + $"{token.RootElement.GetProperty("header").GetString()}: {token.RootElement.GetProperty("token").GetString()}\r\n"
            + "Content-Type: application/octet-stream\r\nContent-Length: 10000000\r\n\r\n";
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head), Token);
        await client.GetStream().WriteAsync(new byte[1_000_000], Token);
        return client;
    }
}
