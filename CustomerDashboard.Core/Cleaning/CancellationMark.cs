using System.Text.Json.Serialization;

namespace CustomerDashboard.Core.Cleaning;

/// <summary>How a retailer's file marks what was cancelled or returned.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CancellationMark>))]
public enum CancellationMark
{
    /// <summary>Found from the data by <see cref="CancellationDetector"/>; where it finds nothing, no line is a cancellation.</summary>
    Automatic,

    /// <summary>The invoice number of a cancellation starts with certain letters.</summary>
    InvoicePrefix,

    /// <summary>A negative quantity is a return; there is no other mark.</summary>
    NegativeQuantity,
}
