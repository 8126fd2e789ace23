using System.Text.Json.Serialization;

namespace CustomerDashboard.Core.Cleaning;

/// <summary>How the limits of what is ordinary are found.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OutlierMethod>))]
public enum OutlierMethod
{
    /// <summary>From factor x IQR below the lower quartile to factor x IQR above the upper one (Tukey, Exploratory Data Analysis, 1977).</summary>
    InterquartileRange,

    /// <summary>Between two percentiles.</summary>
    Percentile,
}
