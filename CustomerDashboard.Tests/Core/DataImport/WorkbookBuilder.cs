using System.Globalization;
using System.Text;

namespace CustomerDashboard.Tests.Core.DataImport;

/// <summary>Writes small XLSX workbooks: text as shared or inline strings, numbers, dates as styled serials.</summary>
internal static class WorkbookBuilder
{
    public static TemporaryFile Build(params (string Name, object?[][] Rows)[] sheets) => TemporaryFile.Zip(Parts(sheets));

    public static (string Name, byte[] Content)[] Parts(params (string Name, object?[][] Rows)[] sheets)
    {
        List<(string, byte[])> parts = [];
        StringBuilder list = new();
        StringBuilder relations = new();
        List<string> strings = [];
        for (int sheet = 0; sheet < sheets.Length; sheet++)
        {
            list.Append(CultureInfo.InvariantCulture, $"<sheet name=\"{sheets[sheet].Name}\" sheetId=\"{sheet + 1}\" r:id=\"rId{sheet + 1}\"/>");
            relations.Append(CultureInfo.InvariantCulture, $"<Relationship Id=\"rId{sheet + 1}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet{sheet + 1}.xml\"/>");
            parts.Add(($"xl/worksheets/sheet{sheet + 1}.xml", Encoding.UTF8.GetBytes(Sheet(sheets[sheet].Rows, strings))));
        }

        parts.Add(("xl/workbook.xml", Encoding.UTF8.GetBytes(
            $"<?xml version=\"1.0\"?><workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>{list}</sheets></workbook>")));
        parts.Add(("xl/_rels/workbook.xml.rels", Encoding.UTF8.GetBytes(
            $"<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{relations}</Relationships>")));
        parts.Add(("xl/styles.xml", Encoding.UTF8.GetBytes(
            "<?xml version=\"1.0\"?><styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><numFmts><numFmt numFmtId=\"164\" formatCode=\"m/d/yyyy h:mm\"/></numFmts>"
            + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"2\"/></cellXfs></styleSheet>")));
        parts.Add(("xl/sharedStrings.xml", Encoding.UTF8.GetBytes(
            $"<?xml version=\"1.0\"?><sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">{string.Concat(strings.Select(text => $"<si><t xml:space=\"preserve\">{Escape(text)}</t></si>"))}</sst>")));
        return [.. parts];
    }

    private static string Sheet(object?[][] rows, List<string> strings)
    {
        StringBuilder xml = new("<?xml version=\"1.0\"?><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
        for (int row = 0; row < rows.Length; row++)
        {
            xml.Append(CultureInfo.InvariantCulture, $"<row r=\"{row + 1}\">");
            for (int column = 0; column < rows[row].Length; column++)
            {
                string reference = $"r=\"{(char)('A' + column)}{row + 1}\"";
                switch (rows[row][column])
                {
                    case string text when column % 2 == 0:
                        strings.Add(text);
                        xml.Append(CultureInfo.InvariantCulture, $"<c {reference} t=\"s\"><v>{strings.Count - 1}</v></c>");
                        break;
                    case string text:
                        xml.Append(CultureInfo.InvariantCulture, $"<c {reference} t=\"inlineStr\"><is><t xml:space=\"preserve\">{Escape(text)}</t></is></c>");
                        break;
                    case DateTime date:
                        xml.Append(CultureInfo.InvariantCulture, $"<c {reference} s=\"1\"><v>{date.ToOADate():R}</v></c>");
                        break;
                    case IFormattable number:
                        xml.Append(CultureInfo.InvariantCulture, $"<c {reference} s=\"2\"><f>1+1</f><v>{number.ToString(null, CultureInfo.InvariantCulture)}</v></c>");
                        break;
                    default:
                        xml.Append(CultureInfo.InvariantCulture, $"<c {reference} s=\"2\"/>");
                        break;
                }
            }

            xml.Append("</row>");
        }

        return xml.Append("</sheetData></worksheet>").ToString();
    }

    private static string Escape(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;");
}
