using System.Globalization;
using System.Net;
using System.Text;

namespace CustomerDashboard.Core.DataImport.Reading.Workbooks;

/// <summary>Text of cells from their XML.</summary>
internal static class XmlText
{
    /// <summary>Resolves entities and _xHHHH_ escapes.</summary>
    public static byte[] Decode(ReadOnlySpan<byte> raw)
    {
        string text = Encoding.UTF8.GetString(raw);
        return Encoding.UTF8.GetBytes(DecodeControls(text.Contains('&') ? WebUtility.HtmlDecode(text) : text));
    }

    /// <summary>Workbooks write control characters as _x000D_ (ECMA-376 part 1, 22.9.2.19).</summary>
    public static string DecodeControls(string text)
    {
        int at = text.IndexOf("_x", StringComparison.Ordinal);
        if (at < 0)
        {
            return text;
        }

        StringBuilder result = new(text.Length);
        int from = 0;
        while (at >= 0 && at + 7 <= text.Length)
        {
            if (text[at + 6] == '_' && ushort.TryParse(text.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort code))
            {
                result.Append(text, from, at - from).Append((char)code);
                from = at + 7;
                at = text.IndexOf("_x", from, StringComparison.Ordinal);
            }
            else
            {
                at = text.IndexOf("_x", at + 2, StringComparison.Ordinal);
            }
        }

        return result.Append(text, from, text.Length - from).ToString();
    }
}
