using Microsoft.JSInterop;

namespace CustomerDashboard.Components.Pages.Common;

/// <summary>Lets go of a script; a tab that is gone already has let go of it.</summary>
internal static class Disposal
{
    public static async ValueTask OfAsync(IJSObjectReference? module)
    {
        try
        {
            if (module is not null) await module.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
        }
        catch (TaskCanceledException)
        {
        }
    }
}
