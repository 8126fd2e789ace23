using CustomerDashboard.Core.Analysis;
using CustomerDashboard.Core.Numerics;
using CustomerDashboard.Jobs;
using CustomerDashboard.Workspaces;

namespace CustomerDashboard.Components.Pages.Common;

/// <summary>What a person can be told of when a change is not taken over; anything else is a fault of the program.</summary>
internal static class RefusedChange
{
    public static bool Covers(Exception failure) => failure
        is ArgumentException or RecipeException or WorkspaceException or JobQueueFullException or IOException or UnauthorizedAccessException;

    /// <summary>The message without the parameter's name, which means nothing to a person.</summary>
    public static string Words(Exception failure) => PlainMessage.Of(failure);
}
