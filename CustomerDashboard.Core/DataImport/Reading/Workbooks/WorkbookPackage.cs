using System.IO.Compression;
using System.Xml;

namespace CustomerDashboard.Core.DataImport.Reading.Workbooks;

/// <summary>The archive an XLSX or XLSB workbook is: its parts, unpacked within the limits.</summary>
internal sealed class WorkbookPackage(SourceFile file)
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    };

    public ImportException WithoutSheets => new(ImportErrorCode.EmptyFile, $"{file.FileName} is a workbook without a sheet of cells. Choose another file.");

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

    /// <summary>Reads a part that is XML; null when the workbook has no such part.</summary>
    public T? ReadXml<T>(string part, Func<XmlReader, T> parse)
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

    /// <summary>The part of each worksheet by the id the workbook refers to it with.</summary>
    /// <param name="relations">The part that lists them.</param>
    public Dictionary<string, string> ReadSheetParts(string relations) => ReadXml(relations, ReadRelations) ?? [];

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
}
