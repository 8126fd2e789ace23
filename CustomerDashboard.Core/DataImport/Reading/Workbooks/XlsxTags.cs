using System.Buffers.Text;
using System.Text;

namespace CustomerDashboard.Core.DataImport.Reading.Workbooks;

/// <summary>The tags of a worksheet as bytes, with the namespace prefix its writer chose.</summary>
internal sealed class XlsxTags
{
    private readonly byte[] row;
    private readonly byte[] valueStart;
    private readonly byte[] text;
    private readonly byte[] textEnd;
    private readonly byte[] phonetic;
    private readonly byte[] phoneticEnd;
    private readonly byte[] sheetData;
    private readonly byte[] cell;

    private XlsxTags(string prefix)
    {
        row = Tag($"<{prefix}row");
        RowEnd = Tag($"</{prefix}row>");
        cell = Tag($"<{prefix}c");
        CellEnd = Tag($"</{prefix}c>");
        Value = Tag($"<{prefix}v>");
        valueStart = Tag($"<{prefix}v");
        ValueEnd = Tag($"</{prefix}v>");
        text = Tag($"<{prefix}t");
        textEnd = Tag($"</{prefix}t>");
        phonetic = Tag($"<{prefix}rPh");
        phoneticEnd = Tag($"</{prefix}rPh>");
        sheetData = Tag($"<{prefix}sheetData");
        SheetDataEnd = Tag($"</{prefix}sheetData>");
    }

    public byte[] RowEnd { get; }

    public byte[] Cell => cell;

    public byte[] CellEnd { get; }

    public byte[] Value { get; }

    public byte[] ValueEnd { get; }

    public byte[] SheetDataEnd { get; }

    /// <summary>The tags for a worksheet that begins so; null when it is no worksheet.</summary>
    public static XlsxTags? Find(ReadOnlySpan<byte> head)
    {
        int at = head.IndexOf("worksheet"u8);
        int open = at < 0 ? -1 : head[..at].LastIndexOf((byte)'<');
        if (open < 0 || at - open > 40)
        {
            return null;
        }

        string prefix = Encoding.ASCII.GetString(head[(open + 1)..at]);
        return prefix.Length == 0 || prefix.EndsWith(':') ? new XlsxTags(prefix) : null;
    }

    public int IndexOfRow(ReadOnlySpan<byte> bytes) => IndexOfTag(bytes, row);

    public int IndexOfCell(ReadOnlySpan<byte> bytes) => IndexOfTag(bytes, cell);

    public int IndexOfValue(ReadOnlySpan<byte> bytes) => IndexOfTag(bytes, valueStart);

    /// <summary>True when a sheet without rows may end like this.</summary>
    public bool MayEndHere(ReadOnlySpan<byte> rest) => rest.IndexOf(sheetData) >= 0 || rest.IndexOf("worksheet>"u8) >= 0;

    /// <summary>The last row the sheet's dimension names, or null.</summary>
    public static long? ReadLastRow(ReadOnlySpan<byte> head)
    {
        int at = head.IndexOf("dimension ref=\""u8);
        if (at < 0)
        {
            return null;
        }

        ReadOnlySpan<byte> reference = head[(at + 15)..];
        int quote = reference.IndexOf((byte)'"');
        int colon = quote < 0 ? -1 : reference[..quote].IndexOf((byte)':');
        if (colon < 0)
        {
            return null;
        }

        reference = reference[(colon + 1)..quote];
        int digit = reference.IndexOfAnyInRange((byte)'0', (byte)'9');
        return digit >= 0 && Utf8Parser.TryParse(reference[digit..], out int rows, out _) && rows > 1 ? rows : null;
    }

    /// <summary>The texts of all runs of an inline string, without the reading aids of East Asian text.</summary>
    public byte[] JoinTexts(ReadOnlySpan<byte> content)
    {
        List<byte> joined = [];
        while (true)
        {
            int open = IndexOfTag(content, text);
            if (open < 0)
            {
                return XmlText.Decode([.. joined]);
            }

            int aid = content[..open].IndexOf(phonetic);
            int aidEnd = aid < 0 ? -1 : content.IndexOf(phoneticEnd);
            if (aidEnd >= 0)
            {
                content = content[(aidEnd + phoneticEnd.Length)..];
                continue;
            }

            content = content[open..];
            int start = content.IndexOf((byte)'>') + 1;
            int close = content.IndexOf(textEnd);
            if (start == 0 || close < start)
            {
                // An element without content closes itself.
                content = content[Math.Max(1, start)..];
                continue;
            }

            joined.AddRange(content[start..close]);
            content = content[(close + textEnd.Length)..];
        }
    }

    /// <summary>Where a tag begins; names that only begin alike (row, rowBreaks) are passed over.</summary>
    private static int IndexOfTag(ReadOnlySpan<byte> bytes, byte[] tag)
    {
        int from = 0;
        while (true)
        {
            int index = bytes[from..].IndexOf(tag);
            if (index < 0)
            {
                return -1;
            }

            index += from;
            int next = index + tag.Length;
            if (next >= bytes.Length)
            {
                return -1;
            }

            if (bytes[next] is (byte)' ' or (byte)'>' or (byte)'/' or (byte)'\n' or (byte)'\r' or (byte)'\t')
            {
                return index;
            }

            from = next;
        }
    }

    private static byte[] Tag(string tag) => Encoding.ASCII.GetBytes(tag);
}
