using System.Xml;

namespace CustomerDashboard.Core.DataImport.Reading.Workbooks;

/// <summary>What an XLSX workbook says about its sheets: names, shared strings, which cell formats are dates.</summary>
internal sealed class XlsxWorkbook
{
    private readonly WorkbookPackage package;
    private readonly Lazy<SharedStrings> strings;

    private XlsxWorkbook(SourceFile file)
    {
        package = new WorkbookPackage(file);
        strings = new Lazy<SharedStrings>(() => package.ReadXml("xl/sharedStrings.xml", SharedStrings.Parse) ?? SharedStrings.None);
    }

    public IReadOnlyList<(string Name, string Part)> Sheets { get; private set; } = [];

    /// <summary>True when days are counted from 1904, as old Macintosh workbooks do.</summary>
    public bool From1904 { get; private set; }

    /// <summary>Whether the cells of each format are dates.</summary>
    public bool[] IsDateFormat { get; private set; } = [];

    public SharedStrings Strings => strings.Value;

    public static XlsxWorkbook Load(SourceFile file)
    {
        XlsxWorkbook workbook = new(file);
        Dictionary<string, string> parts = workbook.package.ReadSheetParts("xl/_rels/workbook.xml.rels");
        List<(string Name, string Id)> sheets = workbook.package.ReadXml("xl/workbook.xml", workbook.ReadSheets) ?? [];
        workbook.Sheets = [.. sheets.Where(sheet => parts.ContainsKey(sheet.Id)).Select(sheet => (sheet.Name, parts[sheet.Id]))];
        workbook.IsDateFormat = workbook.package.ReadXml("xl/styles.xml", NumberFormats.ReadDateFormats) ?? [];
        return workbook.Sheets.Count > 0 ? workbook
            : throw workbook.package.WithoutSheets;
    }

    /// <summary>Unpacks one part; the stream owns the archive.</summary>
    public Stream? OpenPart(string part, out long length, out long packedLength) => package.OpenPart(part, out length, out packedLength);

    public ImportException Damaged(string part, Exception? cause) => package.Damaged(part, cause);

    private List<(string Name, string Id)> ReadSheets(XmlReader reader)
    {
        List<(string Name, string Id)> sheets = [];
        HashSet<string> names = new(StringComparer.Ordinal);
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (reader.LocalName == "workbookPr")
            {
                From1904 = reader.GetAttribute("date1904") is "1" or "true";
            }
            else if (reader.LocalName == "sheet" && reader.GetAttribute("name") is { } name)
            {
                string? id = null;
                while (reader.MoveToNextAttribute())
                {
                    id = reader.LocalName == "id" && reader.NamespaceURI.Length > 0 ? reader.Value : id;
                }

                if (id is not null && names.Add(name))
                {
                    sheets.Add((name, id));
                }
            }
        }

        return sheets;
    }
}
