using System.Globalization;

namespace CustomerDashboard.Core.DataImport;

/// <summary>Numbers in messages, the same on every machine, because reports are compared and kept.</summary>
internal static class Words
{
    /// <summary>1,234,567.</summary>
    public static string Count(double number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
