using CustomerDashboard.Components.Pages.Common;
using CustomerDashboard.Core.Prediction;
using CustomerDashboard.Core.Prediction.Models;
using Microsoft.AspNetCore.Components;

namespace CustomerDashboard.Components.Pages.Prediction;

/// <summary>A panel that needs the model taken apart: it asks for that once and follows when it is there.</summary>
public abstract class ExplainedPanel : ComponentBase
{
    private (TaskResult?, ModelKind?) asked;
    private int turn;

    [Parameter, EditorRequired]
    public TaskView View { get; set; } = default!;

    [Parameter, EditorRequired]
    public Explanations Explanations { get; set; } = default!;

    /// <summary>The model taken apart; null while that runs.</summary>
    protected ExplainedTask? Explained { get; private set; }

    /// <summary>Why it could not be taken apart, in words.</summary>
    protected string? Problem { get; private set; }

    protected override async Task OnParametersSetAsync()
    {
        if (asked != (View.Task, View.Model?.Model) && View.Model is { } model)
        {
            asked = (View.Task, model.Model);
            var own = ++turn;
            Explained = null;
            Problem = null;
            try
            {
                var explained = await Explanations.OfAsync(View.Task, model.Model, View.Result.Options);
                if (own != turn)
                {
                    return;
                }

                Explained = explained;
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (Exception cannot) when (cannot is ArgumentException or InvalidOperationException)
            {
                if (own == turn)
                {
                    Problem = RefusedChange.Words(cannot);
                }

                return;
            }
        }

        if (Explained is { } ready)
        {
            OnExplained(ready);
        }
    }

    /// <summary>Called when the model is taken apart, and again when a parameter changes.</summary>
    protected virtual void OnExplained(ExplainedTask explained)
    {
    }
}
