namespace CustomerDashboard.Core.Cleaning;

/// <summary>What to do where one column is empty.</summary>
public sealed record MissingValueTreatment
{
    public static MissingValueTreatment Drop { get; } = new() { Action = MissingValueAction.Drop };

    public static MissingValueTreatment KeepAsUnknown { get; } = new();

    public MissingValueAction Action { get; init; } = MissingValueAction.KeepAsUnknown;

    /// <summary>The value to fill in where the column holds text.</summary>
    public string? Text { get; init; }

    /// <summary>The value to fill in where the column holds numbers; more than zero.</summary>
    public double? Number { get; init; }

    public static MissingValueTreatment FillWith(string text) => new() { Action = MissingValueAction.Fill, Text = text };

    public static MissingValueTreatment FillWith(double number) => new() { Action = MissingValueAction.Fill, Number = number };

    internal void Validate(string column, bool isNumber)
    {
        if (!Enum.IsDefined(Action))
        {
            throw new ArgumentException($"A missing {column} can be dropped, kept as unknown or filled.");
        }

        if (Action != MissingValueAction.Fill)
        {
            return;
        }

        if (isNumber && !(Number is { } number && double.IsFinite(number) && number > 0))
        {
            throw new ArgumentException($"State the number, more than zero, that a missing {column} is filled with.");
        }

        if (!isNumber && string.IsNullOrWhiteSpace(Text))
        {
            throw new ArgumentException($"State the text that a missing {column} is filled with.");
        }
    }
}
