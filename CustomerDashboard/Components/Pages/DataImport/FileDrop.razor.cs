using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CustomerDashboard.Components.Pages.DataImport;

/// <summary>
/// Takes a file by drop or choice and sends it to the upload endpoint. The script counts the bytes; what is believed at
/// the end is the server's answer alone.
/// </summary>
public sealed partial class FileDrop
{
    public const string Address = "/api/workspaces";
    public const string TokenAddress = "/api/antiforgery";

    private readonly string inputId = "file-" + Guid.NewGuid().ToString("N")[..8];
    private ElementReference zone;
    private ElementReference input;
    private DotNetObjectReference<FileDrop>? self;
    private IJSObjectReference? module;
    private IJSObjectReference? sender;

    private bool uploading;
    private bool cancelled;
    private string fileName = "";
    private long loaded;
    private long total;
    private double rate;
    private UploadProblem? problem;
    private bool disposed;

    /// <summary>The identity of the new workspace, once the server has confirmed all bytes.</summary>
    [Parameter]
    public EventCallback<string> OnReceived { get; set; }

    [Parameter, EditorRequired]
    public FileLimits Limits { get; set; } = default!;

    [Inject]
    private IJSRuntime Script { get; set; } = default!;

    private bool Confirming => total > 0 && loaded >= total;

    private string Stage => Confirming ? $"Checking {fileName}" : $"Uploading {fileName}";

    private double? Share => total > 0 ? Math.Clamp((double)loaded / total, 0, 1) : null;

    private string Sent
    {
        get
        {
            var words = $"{ByteSize.Words(loaded)} of {ByteSize.Words(total)}";
            return rate > 0 && !Confirming ? $"{words} · {ByteSize.Words(rate)}/s" : words;
        }
    }

    private TimeSpan? TimeLeft => rate > 0 && !Confirming ? TimeSpan.FromSeconds((total - loaded) / rate) : null;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
        {
            return;
        }

        self = DotNetObjectReference.Create(this);
        var script = await Script.InvokeAsync<IJSObjectReference>("import", $"./{Assets["js/upload.js"]}");
        if (disposed)
        {
            // The person left for another page while the script was being fetched.
            await script.DisposeAsync();
            return;
        }

        module = script;
        sender = await module.InvokeAsync<IJSObjectReference>(
            "attach", zone, input, self, new { address = Address, tokenAddress = TokenAddress, maximumBytes = Limits.FileBytes });
    }

    [JSInvokable]
    public Task StartedAsync(string name, long bytes) => ShowAsync(() =>
    {
        (uploading, cancelled, problem) = (true, false, null);
        (fileName, loaded, total, rate) = (name, 0, bytes, 0);
    });

    [JSInvokable]
    public Task ProgressAsync(long sent, long bytes, double bytesPerSecond) => ShowAsync(() =>
    {
        // The request's own count may include a few bytes around the file.
        (loaded, total, rate) = (Math.Min(sent, bytes), bytes, bytesPerSecond);
    });

    [JSInvokable]
    public async Task ReceivedAsync(string id, long stored, long bytes)
    {
        if (stored >= 0 && stored != bytes)
        {
            await ShowAsync(() =>
            {
                uploading = false;
                problem = UploadProblem.Incomplete(fileName, stored, bytes);
            });
            return;
        }

        await ShowAsync(() => uploading = false);
        await InvokeAsync(() => OnReceived.InvokeAsync(id));
    }

    [JSInvokable]
    public Task FailedAsync(int status, string message) => ShowAsync(() =>
    {
        uploading = false;
        problem = UploadProblem.FromServer(fileName, status, message);
    });

    [JSInvokable]
    public Task CancelledAsync() => ShowAsync(() => (uploading, cancelled) = (false, true));

    /// <summary>What was dropped or chosen is not even sent.</summary>
    [JSInvokable]
    public Task RefuseAsync(string name, long amount, string reason) => ShowAsync(() =>
    {
        cancelled = false;
        problem = UploadProblem.Refused(name, amount, reason, Limits);
    });

    private async Task CancelAsync()
    {
        if (sender is not null)
        {
            await sender.InvokeVoidAsync("cancel");
        }
    }

    private Task ShowAsync(Action change) => InvokeAsync(() =>
    {
        change();
        StateHasChanged();
    });

    public async ValueTask DisposeAsync()
    {
        disposed = true;
        try
        {
            if (sender is not null)
            {
                await sender.InvokeVoidAsync("detach");
                await sender.DisposeAsync();
            }

            if (module is not null)
            {
                await module.DisposeAsync();
            }
        }
        catch (Exception gone) when (gone is JSDisconnectedException or OperationCanceledException)
        {
            // The page is gone and its listeners with it.
        }

        self?.Dispose();
    }
}
