using System.Buffers.Text;

namespace CustomerDashboard.Core.DataImport.Reading.Workbooks;

/// <summary>The attributes of a cell's opening tag.</summary>
internal readonly record struct XlsxCellTag(int Column, int Style, XlsxCellType Type)
{
    /// <param name="tag">What stands between the element's name and the closing bracket.</param>
    /// <param name="nextColumn">The column of a cell that does not name it.</param>
    public static XlsxCellTag Read(ReadOnlySpan<byte> tag, int nextColumn)
    {
        int column = nextColumn;
        int style = 0;
        XlsxCellType type = XlsxCellType.Number;
        while (true)
        {
            int equals = tag.IndexOf((byte)'=');
            if (equals < 1 || equals + 2 > tag.Length)
            {
                return new XlsxCellTag(column, style, type);
            }

            byte name = tag[equals - 1];
            bool isShort = equals < 2 || tag[equals - 2] <= ' ';
            byte quote = tag[equals + 1];
            ReadOnlySpan<byte> rest = tag[(equals + 2)..];
            int close = rest.IndexOf(quote);
            if (close < 0)
            {
                return new XlsxCellTag(column, style, type);
            }

            ReadOnlySpan<byte> value = rest[..close];
            tag = rest[(close + 1)..];
            if (!isShort)
            {
                continue;
            }

            if (name == 'r')
            {
                column = ReadColumn(value, nextColumn);
            }
            else if (name == 's')
            {
                style = Utf8Parser.TryParse(value, out int number, out _) ? Math.Max(0, number) : 0;
            }
            else if (name == 't')
            {
                type = value.SequenceEqual("s"u8) ? XlsxCellType.SharedText : value.SequenceEqual("n"u8) ? XlsxCellType.Number
                    : value.SequenceEqual("b"u8) ? XlsxCellType.Boolean : value.SequenceEqual("inlineStr"u8) ? XlsxCellType.InlineText : XlsxCellType.Text;
            }
        }
    }

    private static int ReadColumn(ReadOnlySpan<byte> reference, int otherwise)
    {
        int column = 0;
        foreach (byte letter in reference)
        {
            int upper = letter & ~0x20;
            if (upper is < 'A' or > 'Z' || column > 20000)
            {
                break;
            }

            column = (column * 26) + upper - 'A' + 1;
        }

        return column == 0 ? otherwise : column - 1;
    }
}
