using System.IO.Compression;
using System.Xml;

namespace CustomerDashboard.Core.DataImport.Reading.Workbooks;

/// <summary>What an XLSX workbook says about its sheets: names, shared strings, which cell formats are dates.</summary>
internal sealed class XlsxWorkbook
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    };

    private readonly SourceFile file;
    private readonly Lazy<SharedStrings> strings;

    private XlsxWorkbook(SourceFile file)
    {
        this.file = file;
        strings = new Lazy<SharedStrings>(() => Read("xl/sharedStrings.xml", SharedStrings.Parse) ?? SharedStrings.None);
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
        Dictionary<string, string> parts = workbook.Read("xl/_rels/workbook.xml.rels", ReadRelations) ?? [];
        List<(string Name, string Id)> sheets = workbook.Read("xl/workbook.xml", workbook.ReadSheets) ?? [];
        workbook.Sheets = [.. sheets.Where(sheet => parts.ContainsKey(sheet.Id)).Select(sheet => (sheet.Name, parts[sheet.Id]))];
        workbook.IsDateFormat = workbook.Read("xl/styles.xml", NumberFormats.ReadDateFormats) ?? [];
        return workbook.Sheets.Count > 0 ? workbook
            : throw new ImportException(ImportErrorCode.EmptyFile, $"{file.FileName} is a workbook without a sheet of cells. Choose another file.");
    }

    /// <summary>Unpacks one part; the stream owns the archive.</summary>
    public Stream? OpenPart(string part, out long length, out long packedLength)
    {
        ZipArchive archive = SourceFile.OpenArchive(file.OpenFile(), leaveOpen: false, file.FileName);
        ZipArchiveEntry? entry = archive.GetEntry(part);
        (length, packedLength) = (entry?.Length ?? 0, entry?.CompressedLength ?? 0);
        if (entry is null)
        {
            archive.Dispose();
            return null;
        }

        try
        {
            return new GuardedStream(entry.Open(), file.FileName, file.FileBytes, file.Limits, archive);
        }
        catch (InvalidDataException exception)
        {
            throw Damaged(part, exception);
        }
    }

    public ImportException Damaged(string part, Exception? cause) => new(ImportErrorCode.Damaged,
        $"{file.FileName} is damaged: its part \"{part}\" cannot be read. Open it in a spreadsheet program and save it again.", cause);

    private T? Read<T>(string part, Func<XmlReader, T> parse)
        where T : class
    {
        using Stream? stream = OpenPart(part, out _, out _);
        if (stream is null)
        {
            return null;
        }

        try
        {
            using XmlReader reader = XmlReader.Create(stream, Settings);
            return parse(reader);
        }
        catch (XmlException exception)
        {
            throw Damaged(part, exception);
        }
    }

    private static Dictionary<string, string> ReadRelations(XmlReader reader)
    {
        Dictionary<string, string> parts = [];
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "Relationship"
                && reader.GetAttribute("Type")?.EndsWith("/worksheet", StringComparison.Ordinal) == true
                && reader.GetAttribute("Id") is { } id && reader.GetAttribute("Target") is { } target)
            {
                parts[id] = target.StartsWith('/') ? target[1..] : "xl/" + target;
            }
        }

        return parts;
    }

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
