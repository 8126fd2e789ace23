using CustomerDashboard.Components.Controls;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;

namespace CustomerDashboard.Components.Layout;

/// <summary>Keeps the frame standing when a page fails, and gives the person a reference that is also in the log.</summary>
public sealed class PageErrorBoundary : ErrorBoundaryBase
{
    private string reference = "";

    [Inject]
    private ILogger<PageErrorBoundary> Logger { get; set; } = default!;

    protected override Task OnErrorAsync(Exception exception)
    {
        reference = Guid.NewGuid().ToString("N")[..8];
        Logger.LogError(exception, "A page failed. Reference {Reference}", reference);
        return Task.CompletedTask;
    }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        if (CurrentException is null)
        {
            builder.AddContent(0, ChildContent);
            return;
        }

        builder.OpenComponent<FailedState>(1);
        builder.AddComponentParameter(2, nameof(FailedState.Title), "This page could not be shown");
        builder.AddComponentParameter(3, nameof(FailedState.What), "The program met an error it did not expect. Your data and settings are kept.");
        builder.AddComponentParameter(4, nameof(FailedState.WhatToDo), "Try again, or choose another page. The reference is also in the server's log.");
        builder.AddComponentParameter(5, nameof(FailedState.Reference), reference);
        builder.AddComponentParameter(6, nameof(FailedState.ActionText), "Try again");
        builder.AddComponentParameter(7, nameof(FailedState.OnAction), EventCallback.Factory.Create(this, Recover));
        builder.CloseComponent();
    }
}
