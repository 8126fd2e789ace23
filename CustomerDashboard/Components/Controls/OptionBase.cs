using Microsoft.AspNetCore.Components;

namespace CustomerDashboard.Components.Controls;

/// <summary>What every option has: a label, a unit, a sentence on its effect, a default and the way back to it.</summary>
public abstract class OptionBase<T> : ComponentBase
{
    private bool hasDefault;

    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    [Parameter]
    public string? Unit { get; set; }

    /// <summary>What a change does to the result.</summary>
    [Parameter]
    public string? Help { get; set; }

    [Parameter]
    public T? Value { get; set; }

    [Parameter]
    public EventCallback<T> ValueChanged { get; set; }

    /// <summary>The value that Reset brings back; without one there is no Reset.</summary>
    [Parameter]
    public T? Default { get; set; }

    [Parameter]
    public bool Disabled { get; set; }

    protected string Id { get; } = "option-" + Guid.NewGuid().ToString("N")[..8];

    protected string HelpId => Id + "-help";

    protected bool IsChanged => hasDefault && !Disabled && !EqualityComparer<T>.Default.Equals(Value, Default);

    public override Task SetParametersAsync(ParameterView parameters)
    {
        // A default of zero or false is a default too.
        hasDefault = parameters.TryGetValue<T>(nameof(Default), out var value) && value is not null;
        return base.SetParametersAsync(parameters);
    }

    protected async Task SetAsync(T? value)
    {
        Value = value;
        await ValueChanged.InvokeAsync(value);
    }

    protected Task ResetAsync() => SetAsync(Default);
}
