namespace CustomerDashboard.Core.DataImport.Reading.Workbooks;

/// <summary>What an XLSB workbook says about its sheets: names, shared strings, which cell formats are dates ([MS-XLSB] 2.3).</summary>
internal sealed class XlsbWorkbook
{
    private const string Part = "xl/workbook.bin";
    private readonly Lazy<SharedStrings> strings;

    private XlsbWorkbook(WorkbookPackage package)
    {
        Package = package;
        strings = new Lazy<SharedStrings>(ReadStrings);
    }

    public WorkbookPackage Package { get; }

    public IReadOnlyList<(string Name, string Part)> Sheets { get; private set; } = [];

    /// <summary>True when days are counted from 1904, as old Macintosh workbooks do.</summary>
    public bool From1904 { get; private set; }

    /// <summary>Whether the cells of each format are dates.</summary>
    public IReadOnlyList<bool> IsDateFormat { get; private set; } = [];

    public SharedStrings Strings => strings.Value;

    public static XlsbWorkbook Load(SourceFile file)
    {
        XlsbWorkbook workbook = new(new WorkbookPackage(file));
        workbook.ReadSheets(workbook.Package.ReadSheetParts("xl/_rels/workbook.bin.rels"));
        workbook.ReadStyles();
        return workbook.Sheets.Count > 0 ? workbook : throw workbook.Package.WithoutSheets;
    }

    private void ReadSheets(Dictionary<string, string> parts)
    {
        const int workbookProperties = 153;
        const int bundledSheet = 156;
        using XlsbRecords records = XlsbRecords.Open(Package, Part, out _, out _) ?? throw Package.Damaged(Part, null);
        List<(string Name, string Part)> sheets = [];
        while (records.Next())
        {
            if (records.Type == workbookProperties)
            {
                From1904 = (records.Whole(0) & 1) != 0;
            }
            else if (records.Type == bundledSheet)
            {
                string id = records.Text(8, out int next);
                string name = records.Text(next, out _);
                if (parts.TryGetValue(id, out string? part) && !sheets.Exists(sheet => sheet.Name == name))
                {
                    sheets.Add((name, part));
                }
            }
        }

        Sheets = sheets;
    }

    private void ReadStyles()
    {
        const int format = 44;
        const int cellFormat = 47;
        const int beginCellFormats = 617;
        const int endCellFormats = 618;
        using XlsbRecords? records = XlsbRecords.Open(Package, "xl/styles.bin", out _, out _);
        Dictionary<int, bool> own = [];
        List<bool> formats = [];
        bool inCellFormats = false;
        while (records?.Next() == true)
        {
            switch (records.Type)
            {
                case format:
                    own[records.Short(0)] = NumberFormats.IsDate(records.Text(2, out _));
                    break;
                case beginCellFormats or endCellFormats:
                    inCellFormats = records.Type == beginCellFormats;
                    break;
                case cellFormat when inCellFormats:
                    int id = records.Short(2);
                    formats.Add(own.TryGetValue(id, out bool isDate) ? isDate : NumberFormats.IsBuiltInDate(id));
                    break;
                default:
                    break;
            }
        }

        IsDateFormat = formats;
    }

    private SharedStrings ReadStrings()
    {
        const int item = 19;
        using XlsbRecords? records = XlsbRecords.Open(Package, "xl/sharedStrings.bin", out _, out _);
        SharedStrings shared = new();
        while (records?.Next() == true)
        {
            if (records.Type == item)
            {
                shared.Add(records.Text(1, out _));
            }
        }

        return shared;
    }
}
