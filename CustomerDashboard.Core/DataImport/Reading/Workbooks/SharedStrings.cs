using System.Text;
using System.Xml;

namespace CustomerDashboard.Core.DataImport.Reading.Workbooks;

/// <summary>The strings that cells of a workbook refer to by number, as UTF-8 in one stretch of memory.</summary>
internal sealed class SharedStrings
{
    private readonly List<int> ends = [];
    private byte[] bytes = new byte[1 << 12];
    private int length;

    public static SharedStrings None { get; } = new();

    public int Count => ends.Count;

    public ReadOnlySpan<byte> this[int index] => bytes.AsSpan(index == 0 ? 0 : ends[index - 1], ends[index] - (index == 0 ? 0 : ends[index - 1]));

    public static SharedStrings Parse(XmlReader reader)
    {
        SharedStrings strings = new();
        StringBuilder text = new();
        int phonetic = 0;
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element when reader.LocalName == "si":
                    text.Clear();
                    if (reader.IsEmptyElement)
                    {
                        strings.Add("");
                    }

                    break;
                case XmlNodeType.EndElement when reader.LocalName == "si":
                    strings.Add(XmlText.DecodeControls(text.ToString()));
                    break;
                case XmlNodeType.Element when reader.LocalName == "rPh" && !reader.IsEmptyElement:
                    phonetic++;
                    break;
                case XmlNodeType.EndElement when reader.LocalName == "rPh":
                    phonetic--;
                    break;
                case XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA when phonetic == 0 && reader.Depth >= 3:
                    text.Append(reader.Value);
                    break;
                default:
                    break;
            }
        }

        return strings;
    }

    public void Add(string text)
    {
        int needed = Encoding.UTF8.GetByteCount(text);
        if (length + (long)needed > bytes.Length)
        {
            if (length + (long)needed > Array.MaxLength)
            {
                throw new ImportException(ImportErrorCode.TooLarge, "The texts of the workbook take more than 2 GB. Save the sheet as CSV and choose that file.");
            }

            Array.Resize(ref bytes, (int)Math.Min(Array.MaxLength, Math.Max(bytes.Length * 2L, length + (long)needed)));
        }

        length += Encoding.UTF8.GetBytes(text, bytes.AsSpan(length));
        ends.Add(length);
    }
}
