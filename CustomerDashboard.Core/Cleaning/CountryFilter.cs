using System.Text.Json.Serialization;

namespace CustomerDashboard.Core.Cleaning;

/// <summary>What a list of countries says.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CountryFilter>))]
public enum CountryFilter
{
    /// <summary>Only these countries stay.</summary>
    Include,

    /// <summary>These countries go.</summary>
    Exclude,
}
