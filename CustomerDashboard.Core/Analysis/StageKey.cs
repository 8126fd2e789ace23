using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CustomerDashboard.Core.Analysis;

/// <summary>Makes the keys of stage results: SHA-256 over the parts, each with its length so that no two lists run together.</summary>
internal static class StageKey
{
    /// <summary>Results of another version of the algorithms are not the same results.</summary>
    private static readonly string Version = typeof(StageKey).Assembly.GetName().Version?.ToString() ?? "0";

    public static string Of(AnalysisStage stage, params ReadOnlySpan<string> parts)
    {
        var text = new StringBuilder(Version).Append('|').Append(stage);
        foreach (string part in parts)
        {
            text.Append('|').Append(part.Length).Append(':').Append(part);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>A number as a part of a key.</summary>
    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
