using System.Globalization;

namespace CustomerDashboard.Workspaces;

/// <summary>An uploaded file is larger than the server takes; the message is for a person.</summary>
public sealed class UploadTooLargeException(long maximumBytes) : Exception(string.Create(
    CultureInfo.InvariantCulture,
    $"The file is larger than the {maximumBytes >> 20} MB this server takes. Pack it (.gz or .zip), split it by year, or have CustomerDashboard:Workspaces:MaxUploadBytes raised."))
{
    public long MaximumBytes { get; } = maximumBytes;
}
