using System.IO.Compression;
using System.Security.Cryptography;
using CustomerDashboard.Core.DataImport.Reading.Workbooks;

namespace CustomerDashboard.Core.DataImport.Reading;

/// <summary>A data file opened by its content: what it is, which sheets it has, and the rows of each.</summary>
internal sealed class SourceFile : IDisposable
{
    private const int SampleBytes = 1 << 20;
    private readonly ImportOptions options;
    private readonly string path;
    private string? unpackedPath;
    private readonly Lazy<XlsxWorkbook> workbook;
    private readonly Lazy<XlsbWorkbook> binaryWorkbook;

    private SourceFile(string path, string fileName, ImportOptions options)
    {
        workbook = new Lazy<XlsxWorkbook>(() => XlsxWorkbook.Load(this));
        binaryWorkbook = new Lazy<XlsbWorkbook>(() => XlsbWorkbook.Load(this));
        this.path = path;
        this.options = options;
        FileName = fileName;
    }

    /// <summary>The name a person knows the file by.</summary>
    public string FileName { get; }

    public long FileBytes { get; private set; }

    public FileFormat Format { get; private set; }

    public FileCompression Compression { get; private set; }

    public ImportOptions Options => options;

    public ImportLimits Limits => options.Limits;

    /// <summary>The parts of an XLSX workbook, read once.</summary>
    public XlsxWorkbook Workbook => workbook.Value;

    /// <summary>The parts of an XLSB workbook, read once.</summary>
    public XlsbWorkbook BinaryWorkbook => binaryWorkbook.Value;

    /// <summary>Sheets or archive entries in order; one empty name for a plain text file.</summary>
    public IReadOnlyList<string> Sheets { get; private set; } = [""];

    public static SourceFile Open(string path, string fileName, ImportOptions options)
    {
        options.Validate();
        SourceFile file = new(path, fileName, options);
        try
        {
            file.Recognise();
        }
        catch (ImportException)
        {
            file.Dispose();
            throw;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            file.Dispose();

            // The system's own words name paths of this machine, which are no business of the reader's.
            throw new ImportException(ImportErrorCode.NotReadable,
                $"{fileName} could not be opened. Check that the file is still there and may be read, then choose it again.", exception);
        }

        return file;
    }

    /// <summary>SHA-256 of the file as stored.</summary>
    public string ComputeHash()
    {
        using FileStream stream = Open(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    /// <summary>How a text is encoded and delimited, from its first megabyte.</summary>
    public (TextEncodingKind Encoding, char Delimiter) DetectText(string sheet)
    {
        (TextEncodingKind encoding, int mark, byte[] sample, int length) = Sample(sheet);
        if (options.Delimiter is { } chosen)
        {
            return (encoding, chosen);
        }

        using Stream text = Utf8Text.Transcode(new MemoryStream(sample, mark, length - mark), encoding);
        byte[] utf8 = new byte[length * 2];
        int utf8Length = text.ReadAtLeast(utf8, utf8.Length, throwOnEndOfStream: false);

        // The last line of the sample may be cut off.
        if (length >= SampleBytes)
        {
            int end = utf8.AsSpan(0, utf8Length).LastIndexOf((byte)'\n');
            utf8Length = end > 0 ? end + 1 : utf8Length;
        }

        return (encoding, DelimiterDetector.Detect(utf8, utf8Length) ?? ',');
    }

    /// <summary>The rows of a sheet, entry or plain file.</summary>
    /// <param name="sheet">Its name.</param>
    /// <param name="encoding">Encoding of a text.</param>
    /// <param name="delimiter">Delimiter of a text.</param>
    /// <param name="fieldsPerRow">Rows of a workbook are given so many fields; 0 = as many as they have values.</param>
    public IRowSource OpenRows(string sheet, TextEncodingKind? encoding, char? delimiter, int fieldsPerRow = 0)
    {
        if (Format != FileFormat.DelimitedText)
        {
            return WorkbookSource.Open(this, sheet, fieldsPerRow);
        }

        FileStream file = OpenFile();
        Stream stream = Utf8Text.SkipMark(Unpack(file, sheet));
        return new DelimitedTextSource(Utf8Text.Transcode(stream, encoding ?? TextEncodingKind.Utf8), () => file.CanRead ? file.Position : FileBytes, delimiter ?? ',', Limits.MaxLineBytes);
    }

    /// <summary>Opens the file, or the workbook that was found packed in it.</summary>
    public FileStream OpenFile() => Open(unpackedPath ?? path);

    /// <summary>Deletes the workbook that was unpacked, if any.</summary>
    public void Dispose()
    {
        if (unpackedPath is not null)
        {
            File.Delete(unpackedPath);
        }
    }

    private static FileStream Open(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);

    private void Recognise()
    {
        using FileStream file = OpenFile();
        FileBytes = file.Length;
        if (FileBytes == 0)
        {
            throw new ImportException(ImportErrorCode.EmptyFile, $"{FileName} is empty (0 bytes). Export it again and check that it holds rows.");
        }

        if (FileBytes > Limits.MaxFileBytes)
        {
            throw new ImportException(ImportErrorCode.TooLarge,
                $"{FileName} has {Words.Count(FileBytes)} bytes; the limit is {Words.Count(Limits.MaxFileBytes)}. Split it, pack it with gzip, or raise the limit.");
        }

        Span<byte> head = stackalloc byte[512];
        head = head[..file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        if (FileSignature.IsGzip(head))
        {
            Compression = FileCompression.Gzip;
        }
        else if (FileSignature.IsZip(head))
        {
            RecogniseZip(file);
        }
        else if (FileSignature.IsCompoundFile(head))
        {
            BecomeWorkbook(null);
        }
        else
        {
            FileSignature.Refuse(head, "", FileName);
        }

        if (Sheets.Count > Limits.MaxSheets)
        {
            throw new ImportException(ImportErrorCode.TooManySheets,
                $"{FileName} has {Words.Count(Sheets.Count)} sheets or entries; the limit is {Limits.MaxSheets}. Keep those that hold the data.");
        }
    }

    private void RecogniseZip(FileStream file)
    {
        using ZipArchive archive = OpenArchive(file, leaveOpen: true, FileName);
        if (archive.GetEntry("xl/workbook.xml") is not null || archive.GetEntry("xl/workbook.bin") is not null)
        {
            BecomeWorkbook(archive);
            return;
        }

        if (archive.GetEntry("mimetype") is not null || archive.GetEntry("[Content_Types].xml") is not null)
        {
            throw new ImportException(ImportErrorCode.NotATable,
                $"{FileName} is an office document but no Excel workbook. Save the table as .xlsx or .csv and choose that file.");
        }

        Compression = FileCompression.Zip;
        List<string> names = [];
        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            bool isNoise = entry.FullName.StartsWith("__MACOSX/", StringComparison.Ordinal) || entry.Name.StartsWith('.');
            if (entry.Name.Length > 0 && !isNoise && entry.Length != 0)
            {
                names.Add(entry.FullName);
            }

            if (entry.IsEncrypted)
            {
                throw new ImportException(ImportErrorCode.PasswordProtected,
                    $"{FileName} is protected with a password. Unpack it with the password and choose the file inside.");
            }
        }

        if (names.Count == 0)
        {
            throw new ImportException(ImportErrorCode.EmptyFile, $"{FileName} is an archive without a file in it. Pack the data file again.");
        }

        if (ZippedWorkbook.FindEntry(archive, names, FileName) is { } packed)
        {
            unpackedPath = ZippedWorkbook.Unpack(this, packed);
            using FileStream workbook = OpenFile();
            using ZipArchive? inner = FileSignature.IsZip(ZippedWorkbook.ReadHead(workbook)) ? OpenArchive(workbook, leaveOpen: true, packed.Name) : null;
            BecomeWorkbook(inner);
            return;
        }

        Sheets = names;
    }

    /// <summary>Takes the parts of an archive, or a compound file when there is none, for a workbook.</summary>
    private void BecomeWorkbook(ZipArchive? parts)
    {
        Format = parts is null ? FileFormat.Xls : parts.GetEntry("xl/workbook.xml") is not null ? FileFormat.Xlsx : FileFormat.Xlsb;
        Sheets = WorkbookSource.ListSheets(this);
    }

    public static ZipArchive OpenArchive(Stream file, bool leaveOpen, string fileName)
    {
        try
        {
            ZipArchive archive = new(file, ZipArchiveMode.Read, leaveOpen);

            // The directory is only read when asked for, and this is the place to find it damaged.
            _ = archive.Entries.Count;
            return archive;
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or ArgumentException or NotSupportedException)
        {
            throw new ImportException(ImportErrorCode.Damaged,
                $"{fileName} begins like a workbook or zip archive but its end is missing or damaged. Download or save the file again.", exception);
        }
    }

    private Stream Unpack(FileStream file, string sheet)
    {
        if (Compression == FileCompression.None)
        {
            return file;
        }

        if (Compression == FileCompression.Gzip)
        {
            return new GuardedStream(new GZipStream(file, CompressionMode.Decompress), FileName, FileBytes, Limits, isWhole: unpacked => GzipTrailer.Matches(path, unpacked));
        }

        ZipArchive archive = OpenArchive(file, leaveOpen: false, FileName);
        ZipArchiveEntry entry = archive.GetEntry(sheet) ?? throw new ImportException(ImportErrorCode.SheetNotFound, $"{FileName} has no entry called \"{sheet}\".");
        try
        {
            return new GuardedStream(entry.Open(), FileName, FileBytes, Limits, archive);
        }
        catch (InvalidDataException exception)
        {
            throw new ImportException(ImportErrorCode.Damaged,
                $"{FileName} is damaged: its entry \"{sheet}\" cannot be unpacked. Pack or download the file again.", exception);
        }
    }

    private (TextEncodingKind Encoding, int MarkLength, byte[] Sample, int Length) Sample(string sheet)
    {
        byte[] sample = new byte[SampleBytes];
        int length;
        using (FileStream file = OpenFile())
        using (Stream stream = Unpack(file, sheet))
        {
            length = stream.ReadAtLeast(sample, sample.Length, throwOnEndOfStream: false);
        }

        ReadOnlySpan<byte> head = sample.AsSpan(0, length);
        string where = sheet.Length > 0 ? $"The entry \"{sheet}\" of " : "";
        if (FieldText.Trim(head).Length == 0)
        {
            throw new ImportException(ImportErrorCode.EmptyFile, $"{where}{FileName} holds nothing but blank space. Export it again and check that it holds rows.");
        }

        FileSignature.Refuse(head, where, FileName);
        (TextEncodingKind? found, int mark) = TextEncodingDetector.Detect(head);
        TextEncodingKind encoding = options.Encoding ?? found ?? throw new ImportException(ImportErrorCode.NotATable,
            $"{where}{FileName} holds binary data and no text, whatever its name says. Choose a CSV file or an Excel workbook.");
        return (encoding, mark, sample, length);
    }
}
