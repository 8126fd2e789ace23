using System.Globalization;

namespace CustomerDashboard.Components.Pages.DataImport;

/// <summary>Sizes of files in steps of 1,024, as a desktop shows them: 37 MB.</summary>
public static class ByteSize
{
    public static string Words(double bytes) => bytes switch
    {
        < 1_000 => $"{bytes.ToString("0", CultureInfo.CurrentCulture)} bytes",
        < 1_000 * 1024d => $"{Digits(bytes / 1024)} kB",
        < 1_000 * 1048576d => $"{Digits(bytes / 1048576)} MB",
        _ => $"{Digits(bytes / 1073741824)} GB",
    };

    private static string Digits(double value) => value.ToString(value < 9.95 ? "0.#" : "0", CultureInfo.CurrentCulture);
}
