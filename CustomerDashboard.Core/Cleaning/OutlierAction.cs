using System.Text.Json.Serialization;

namespace CustomerDashboard.Core.Cleaning;

/// <summary>What happens to an extreme value.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OutlierAction>))]
public enum OutlierAction
{
    /// <summary>The line is removed.</summary>
    Drop,

    /// <summary>The value is set to the nearest limit; the line stays.</summary>
    Winsorise,
}
