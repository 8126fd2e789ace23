using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace CustomerDashboard.Components.Controls;

/// <summary>One of a few values.</summary>
public partial class OptionSelect<T>
{
    /// <summary>The values with the words for them, in the order they are listed.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<OptionChoice<T>> Choices { get; set; } = [];

    private bool IsChosen(OptionChoice<T> choice) => EqualityComparer<T>.Default.Equals(choice.Value, Value);

    private string Text(T? value)
    {
        foreach (var choice in Choices)
            if (EqualityComparer<T>.Default.Equals(choice.Value, value)) return choice.Text;
        return "";
    }

    private async Task ChosenAsync(ChangeEventArgs change)
    {
        if (int.TryParse(change.Value as string, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < Choices.Count)
            await SetAsync(Choices[index].Value);
    }
}
