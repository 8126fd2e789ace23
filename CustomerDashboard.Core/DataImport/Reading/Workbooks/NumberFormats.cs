using System.Globalization;
using System.Xml;

namespace CustomerDashboard.Core.DataImport.Reading.Workbooks;

/// <summary>Tells which cell formats show dates (ECMA-376 part 1, 18.8.30 and 18.8.31).</summary>
internal static class NumberFormats
{
    public static bool[] ReadDateFormats(XmlReader reader)
    {
        Dictionary<int, bool> own = [];
        List<bool> formats = [];
        bool inCellFormats = false;
        while (reader.Read())
        {
            if (reader.LocalName == "cellXfs")
            {
                inCellFormats = reader.NodeType == XmlNodeType.Element && !reader.IsEmptyElement;
            }
            else if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "numFmt")
            {
                own[ReadId(reader)] = IsDate(reader.GetAttribute("formatCode") ?? "");
            }
            else if (inCellFormats && reader.NodeType == XmlNodeType.Element && reader.LocalName == "xf")
            {
                int id = ReadId(reader);
                formats.Add(own.TryGetValue(id, out bool isDate) ? isDate : IsBuiltInDate(id));
            }
        }

        return [.. formats];
    }

    /// <summary>The formats every spreadsheet program has without their being listed.</summary>
    public static bool IsBuiltInDate(int id) => id is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58);

    /// <summary>A format with a letter for day, month, year, hour or second outside quotes and brackets.</summary>
    public static bool IsDate(string code)
    {
        bool quoted = false;
        for (int i = 0; i < code.Length; i++)
        {
            char character = char.ToLowerInvariant(code[i]);
            if (character == '"')
            {
                quoted = !quoted;
            }
            else if (quoted)
            {
                continue;
            }
            else if (character is '\\' or '_' or '*')
            {
                i++;
            }
            else if (character == '[')
            {
                int close = code.IndexOf(']', i);
                bool elapsed = close > i && code[(i + 1)..close].ToLowerInvariant() is "h" or "hh" or "m" or "mm" or "s" or "ss";
                if (elapsed)
                {
                    return true;
                }

                i = close < 0 ? code.Length : close;
            }
            else if (character is 'd' or 'm' or 'y' or 'h' or 's' && !code.StartsWith("General", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static int ReadId(XmlReader reader) =>
        int.TryParse(reader.GetAttribute("numFmtId"), NumberStyles.None, CultureInfo.InvariantCulture, out int id) ? id : -1;
}
