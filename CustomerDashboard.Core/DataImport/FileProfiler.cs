using CustomerDashboard.Core.DataImport.Mapping;
using CustomerDashboard.Core.DataImport.Reading;
using CustomerDashboard.Core.DataImport.Values;

namespace CustomerDashboard.Core.DataImport;

/// <summary>Finds out what a file is and what its columns mean.</summary>
public static class FileProfiler
{
    private const int RowsLookedAt = 20_000;

    /// <summary>Enough to recognise roles when the whole file is read right afterwards.</summary>
    private const int RowsBeforeImport = 5_000;
    private const int PreviewRows = 20;

    /// <summary>
    /// Looks at a file: at all of it when it is small, else at its first rows and, where those leave a question open
    /// (day first or month first), at as many more as settle it.
    /// </summary>
    /// <param name="path">Where the file is on this machine.</param>
    /// <param name="fileName">The name a person knows it by, for messages only.</param>
    /// <param name="options">What a person has already settled; null = nothing. A changed sheet or delimiter is profiled anew.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="ImportException">The file is no readable table.</exception>
    public static FileProfile Profile(
        string path, string fileName, ImportOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(fileName);
        options ??= new ImportOptions();
        using SourceFile file = SourceFile.Open(path, fileName, options);
        return Profile(file, options, settleDates: true, cancellationToken).Profile;
    }

    /// <summary>The profile and the layouts it rests on; without settling dates it costs the first rows only.</summary>
    internal static (FileProfile Profile, IReadOnlyList<SheetLayout> Layouts) Profile(
        SourceFile file, ImportOptions options, bool settleDates, CancellationToken cancellationToken)
    {
        SheetSurvey survey = SheetSurvey.Take(file, options, all: settleDates, cancellationToken);
        List<SheetGroup> groups = SheetGrouping.Group(survey.Layouts);
        IReadOnlyList<string> chosen = options.Sheets is { Count: > 0 } wanted ? wanted : groups[0].Sheets;
        SheetLayout[] layouts = [.. chosen.Select(name => survey.Layouts.First(layout => layout.Name == name))];
        SheetGrouping.CheckSame(layouts, options, file.FileName);
        SheetLayout first = layouts[0];
        int rowsLookedAt = settleDates ? RowsLookedAt : RowsBeforeImport;
        RawTable table = RawTableReader.Read(
            file, first, [.. Enumerable.Range(0, first.Columns.Count)], rowsLookedAt, null, cancellationToken);
        if (table.RowCount == 0 && table.Faults.Count == 0)
        {
            throw new ImportException(ImportErrorCode.NoRows, $"{file.FileName} has a header ({string.Join(", ", first.Columns.Take(8))}) and no rows under it. Export it again with its rows.");
        }

        bool windows1252 = EncodingOf(table.Columns, options, first.Encoding) == TextEncodingKind.Windows1252;
        ColumnProfile[] columns = ProfileColumns(table, first, windows1252, options);
        IReadOnlyList<ColumnMappingProposal> proposals = ColumnMapper.Propose(columns);
        Dictionary<ColumnRole, string> mapping = proposals.Where(proposal => proposal.Role is not null)
            .ToDictionary(proposal => proposal.Role!.Value, proposal => proposal.Column);
        (FileKind kind, string kindReason) = FileKindFinder.Find(columns, mapping, proposals);
        bool isWhole = table.RowCount < rowsLookedAt && layouts.Length == 1;
        if (settleDates && kind == FileKind.Transactions && !isWhole)
        {
            SettleDates(file, layouts, columns, mapping, windows1252, options, cancellationToken);
        }

        FileKind used = options.Kind ?? kind;
        if (used == FileKind.CustomerAttributes)
        {
            proposals = FileKindFinder.ProposeForAttributes(columns, out mapping);
        }

        TextEncodingKind? encoding = first.Encoding is null ? null : windows1252 ? TextEncodingKind.Windows1252 : first.Encoding;
        string? date = mapping.GetValueOrDefault(ColumnRole.Date);
        return (new FileProfile
        {
            FileName = file.FileName,
            FileBytes = file.FileBytes,
            Format = file.Format,
            Compression = file.Compression,
            Encoding = encoding,
            Delimiter = first.Delimiter,
            HasHeader = first.HasHeader,
            FormatDescription = FormatWords.Describe(file, first, encoding),
            Sheets = [.. survey.Layouts.Select(layout => new SheetProfile(layout.Name, layout.Columns, layout.RowEstimate, layout.RowsAreExact))],
            SheetGroups = groups,
            ChosenSheets = chosen,
            Columns = columns,
            Preview = TakePreview(table, windows1252),
            RowEstimate = isWhole ? table.RowCount : layouts.Sum(layout => layout.RowEstimate),
            RowsAreExact = isWhole || layouts.All(layout => layout.RowsAreExact),
            Kind = used,
            KindReason = options.Kind is null || options.Kind == kind ? kindReason : "Chosen by a person.",
            Mapping = proposals,
            Messages = used == FileKind.Transactions ? ColumnMapper.Validate(mapping, columns) : [],
            DateQuestion = date is null || used != FileKind.Transactions ? null : columns.First(column => column.Name == date).DateOrder,
            Proposed = options with { Kind = used, Mapping = mapping },
        }, layouts);
    }

    /// <summary>The encoding of an 8-bit text as all values of the columns have it.</summary>
    internal static TextEncodingKind? EncodingOf(IEnumerable<RawColumn> columns, ImportOptions options, TextEncodingKind? detected)
    {
        if (options.Encoding is not null || detected is null or TextEncodingKind.Utf16LittleEndian or TextEncodingKind.Utf16BigEndian)
        {
            return detected;
        }

        (int utf8, int other) = (0, 0);
        foreach (RawColumn column in columns)
        {
            (int columnUtf8, int columnOther) = TextColumn.CountEncodings(column);
            utf8 += columnUtf8;
            other += columnOther;
        }

        return other > utf8 ? TextEncodingKind.Windows1252 : TextEncodingKind.Utf8;
    }

    private static ColumnProfile[] ProfileColumns(RawTable table, SheetLayout layout, bool windows1252, ImportOptions options)
    {
        char? mark = options.DecimalMark ?? ColumnProfiler.CommonMark(table.Columns, windows1252);
        ColumnProfile[] columns = new ColumnProfile[layout.Columns.Count];
        for (int column = 0; column < columns.Length; column++)
        {
            columns[column] = ColumnProfiler.Profile(layout.Columns[column], column, table.Columns[column], windows1252, options, mark, table.LineOf);
        }

        return columns;
    }

    /// <summary>Reads the date column of the whole file when its beginning leaves day and month open.</summary>
    private static void SettleDates(
        SourceFile file, SheetLayout[] layouts, ColumnProfile[] columns, Dictionary<ColumnRole, string> mapping, bool windows1252,
        ImportOptions options, CancellationToken cancellationToken)
    {
        if (!mapping.TryGetValue(ColumnRole.Date, out string? name))
        {
            return;
        }

        int index = Array.FindIndex(columns, column => column.Name == name);
        if (columns[index].DateOrder is not { NeedsAnswer: true })
        {
            return;
        }

        RawTable all = new(1);
        foreach (SheetLayout layout in layouts)
        {
            int column = layout.Columns.ToList().IndexOf(name);
            all.AddAll(RawTableReader.Read(file, layout, [column], int.MaxValue, null, cancellationToken));
        }

        DateColumn dates = DateColumn.Read(name, all.Columns[0], windows1252, options.DateOrder, all.LineOf);
        columns[index] = columns[index] with { DateOrder = dates.Question, DateFormats = dates.Formats };
    }

    private static PreviewRow[] TakePreview(RawTable table, bool windows1252)
    {
        PreviewRow[] preview = new PreviewRow[Math.Min(PreviewRows, table.RowCount)];
        for (int row = 0; row < preview.Length; row++)
        {
            string[] values = new string[table.Columns.Length];
            for (int column = 0; column < values.Length; column++)
            {
                int code = table.Columns[column][row];
                values[column] = code < 0 ? "" : FieldText.Decode(table.Columns[column].Value(code), windows1252);
            }

            preview[row] = new PreviewRow(table.LineOf(row), values);
        }

        return preview;
    }
}
