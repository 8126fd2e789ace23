using System.Text.Json.Serialization;

namespace CustomerDashboard.Core.Cleaning;

/// <summary>The number that is judged to be extreme.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OutlierColumn>))]
public enum OutlierColumn
{
    Quantity,
    UnitPrice,
    Amount,
}
