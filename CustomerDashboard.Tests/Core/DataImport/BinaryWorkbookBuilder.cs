using System.Globalization;
using System.Text;

namespace CustomerDashboard.Tests.Core.DataImport;

/// <summary>
/// Writes small XLSB workbooks: the records of [MS-XLSB] 2.3 in a zip archive, with shared and inline strings, numbers as
/// doubles and as RK, dates as styled serials. LibreOffice reads what it writes.
/// </summary>
internal static class BinaryWorkbookBuilder
{
    private const string Relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    public static TemporaryFile Build(params (string Name, object?[][] Rows)[] sheets) => TemporaryFile.Zip(Parts(sheets));

    public static (string Name, byte[] Content)[] Parts(params (string Name, object?[][] Rows)[] sheets)
    {
        List<(string, byte[])> parts = [];
        List<string> strings = [];
        Records workbook = new();
        StringBuilder relations = new();
        workbook.Add(131);
        workbook.Add(143);
        for (int sheet = 0; sheet < sheets.Length; sheet++)
        {
            int index = sheet;
            workbook.Add(156, data => data.Whole(0).Whole(index + 1).Text($"rId{index + 1}").Text(sheets[index].Name));
            relations.Append(CultureInfo.InvariantCulture, $"<Relationship Id=\"rId{sheet + 1}\" Type=\"{Relation}worksheet\" Target=\"worksheets/sheet{sheet + 1}.bin\"/>");
            parts.Add(($"xl/worksheets/sheet{sheet + 1}.bin", Sheet(sheets[sheet].Rows, strings)));
        }

        workbook.Add(144);
        workbook.Add(132);
        Records shared = new();
        shared.Add(159, data => data.Whole(strings.Count).Whole(strings.Count));
        strings.ForEach(text => shared.Add(19, data => data.Byte(0).Text(text)));
        shared.Add(160);
        relations.Append($"<Relationship Id=\"rIdS\" Type=\"{Relation}styles\" Target=\"styles.bin\"/><Relationship Id=\"rIdT\" Type=\"{Relation}sharedStrings\" Target=\"sharedStrings.bin\"/>");
        parts.Add(("[Content_Types].xml", Xml("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"bin\" ContentType=\"application/vnd.ms-excel.sheet.binary.macroEnabled.main\"/></Types>")));
        parts.Add(("_rels/.rels", Relations($"<Relationship Id=\"rId1\" Type=\"{Relation}officeDocument\" Target=\"xl/workbook.bin\"/>")));
        parts.Add(("xl/workbook.bin", workbook.ToArray()));
        parts.Add(("xl/_rels/workbook.bin.rels", Relations(relations.ToString())));
        parts.Add(("xl/styles.bin", Styles()));
        parts.Add(("xl/sharedStrings.bin", shared.ToArray()));
        return [.. parts];
    }

    private static byte[] Sheet(object?[][] rows, List<string> strings)
    {
        Records sheet = new();
        sheet.Add(129);
        sheet.Add(148, data => data.Whole(0).Whole(rows.Length - 1).Whole(0).Whole(rows.Max(row => row.Length) - 1));
        sheet.Add(145);
        for (int row = 0; row < rows.Length; row++)
        {
            int index = row;
            sheet.Add(0, data => data.Whole(index).Whole(0).Short(300).Short(0).Byte(0).Whole(0));
            for (int column = 0; column < rows[row].Length; column++)
            {
                AddCell(sheet, column, rows[row][column], strings);
            }
        }

        sheet.Add(146);
        sheet.Add(130);
        return sheet.ToArray();
    }

    private static void AddCell(Records sheet, int column, object? value, List<string> strings)
    {
        switch (value)
        {
            case null:
                sheet.Add(1, data => data.Whole(column).Whole(0));
                break;
            case string text when column % 2 == 0:
                strings.Add(text);
                sheet.Add(7, data => data.Whole(column).Whole(0).Whole(strings.Count - 1));
                break;
            case string text:
                sheet.Add(6, data => data.Whole(column).Whole(0).Text(text));
                break;
            case DateTime date:
                sheet.Add(5, data => data.Whole(column).Whole(1).Number(date.ToOADate()));
                break;
            case int whole:
                sheet.Add(2, data => data.Whole(column).Whole(0).Whole((whole << 2) | 2));
                break;
            case double number:
                sheet.Add(5, data => data.Whole(column).Whole(0).Number(number));
                break;
            default:
                throw new ArgumentException($"No cell for a {value.GetType()}.", nameof(value));
        }
    }

    /// <summary>Format 0 is general, format 1 a date with its time.</summary>
    private static byte[] Styles()
    {
        Records styles = new();
        styles.Add(278);
        styles.Add(615, data => data.Whole(1));
        styles.Add(44, data => data.Short(164).Text("yyyy\\-mm\\-dd hh:mm:ss"));
        styles.Add(616);
        styles.Add(617, data => data.Whole(2));
        foreach (int format in (int[])[0, 164])
        {
            styles.Add(47, data => data.Short(0).Short(format).Short(0).Short(0).Short(0).Byte(0).Byte(0).Whole(0));
        }

        styles.Add(618);
        styles.Add(279);
        return styles.ToArray();
    }

    private static byte[] Relations(string relations) => Xml($"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{relations}</Relationships>");

    private static byte[] Xml(string text) => Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + text);

    /// <summary>Records one after the other: type and length as 7-bit groups, then the data.</summary>
    private sealed class Records
    {
        private readonly List<byte> content = [];

        public void Add(int type, Action<RecordData>? fill = null)
        {
            RecordData data = new();
            fill?.Invoke(data);
            byte[] bytes = data.ToArray();
            PutGroups(type);
            PutGroups(bytes.Length);
            content.AddRange(bytes);
        }

        public byte[] ToArray() => [.. content];

        private void PutGroups(int number)
        {
            for (; number > 127; number >>= 7)
            {
                content.Add((byte)(number | 128));
            }

            content.Add((byte)number);
        }
    }

    private sealed class RecordData
    {
        private readonly List<byte> content = [];

        public RecordData Byte(int number) => Write([(byte)number]);

        public RecordData Short(int number) => Write(BitConverter.GetBytes((short)number));

        public RecordData Whole(int number) => Write(BitConverter.GetBytes(number));

        public RecordData Number(double number) => Write(BitConverter.GetBytes(number));

        public RecordData Text(string text) => Whole(text.Length).Write(Encoding.Unicode.GetBytes(text));

        public byte[] ToArray() => [.. content];

        private RecordData Write(byte[] bytes)
        {
            content.AddRange(bytes);
            return this;
        }
    }
}
