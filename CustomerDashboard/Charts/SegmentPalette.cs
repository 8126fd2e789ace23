using System.Globalization;

namespace CustomerDashboard.Charts;

/// <summary>
/// The colours of segments: a fixed order of ten that people with colour-blindness can tell apart (Okabe and Ito first), and
/// an eleventh for the last of the eleven segments of RFM scoring. A segment has the colour of its index on every page and in every export; noise is grey.
/// </summary>
public static class SegmentPalette
{
    /// <summary>The same values as --segment-1 to --segment-11 in app.css.</summary>
    private static readonly string[] Colours =
        ["#0072b2", "#e69f00", "#009e73", "#cc79a7", "#d55e00", "#56b4e9", "#d9c72e", "#8a63d2", "#8c6239", "#6f7f1f", "#53637a"];

    private const string Noise = "#9aa1ab";

    public static int Count => Colours.Length;

    /// <summary>The token of a segment, for charts and style attributes; begins again after eleven.</summary>
    public static string Token(int segment) => segment < 0
        ? "var(--segment-noise)"
        : string.Create(CultureInfo.InvariantCulture, $"var(--segment-{(segment % Colours.Length) + 1})");

    /// <summary>The colour itself, for files that do not know the tokens.</summary>
    public static string Hex(int segment) => segment < 0 ? Noise : Colours[segment % Colours.Length];
}
