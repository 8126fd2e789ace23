using Microsoft.JSInterop;

namespace CustomerDashboard.Workspaces;

/// <summary>
/// Which workspace a browser tab works with, kept by the tab itself: two tabs may show two workspaces, and each finds its
/// own again after a reload. A browser that keeps nothing loses only that.
/// </summary>
public sealed class TabMemory(IJSRuntime script)
{
    private const string Key = "workspace";

    /// <summary>The id that was remembered, or null; not checked.</summary>
    public async ValueTask<string?> ReadAsync()
    {
        try
        {
            return await script.InvokeAsync<string?>("sessionStorage.getItem", Key);
        }
        catch (Exception e) when (IsAway(e))
        {
            return null;
        }
    }

    /// <summary>Remembers an id; null forgets it.</summary>
    public async ValueTask WriteAsync(string? id)
    {
        try
        {
            await (id is null
                ? script.InvokeVoidAsync("sessionStorage.removeItem", Key)
                : script.InvokeVoidAsync("sessionStorage.setItem", Key, id));
        }
        catch (Exception e) when (IsAway(e))
        {
        }
    }

    /// <summary>The storage is switched off, the tab is gone, or the page is not connected.</summary>
    private static bool IsAway(Exception e) => e is JSException or JSDisconnectedException or InvalidOperationException or OperationCanceledException;
}
