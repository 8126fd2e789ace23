using System.Text.Json.Serialization;

namespace CustomerDashboard.Core.Cleaning;

/// <summary>What happens to a line in which a value is empty.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MissingValueAction>))]
public enum MissingValueAction
{
    /// <summary>The line is removed.</summary>
    Drop,

    /// <summary>The line stays and its value is unknown; an unknown quantity or price counts as no units and no revenue.</summary>
    KeepAsUnknown,

    /// <summary>The line stays and gets the stated value.</summary>
    Fill,
}
