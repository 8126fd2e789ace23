using CustomerDashboard.Core.DataImport.Reading;
using CustomerDashboard.Core.Transactions;

namespace CustomerDashboard.Core.DataImport.Values;

/// <summary>Makes the coded column of the table from the column as read: codes by order of first appearance among kept rows.</summary>
internal static class CodedColumnBuilder
{
    /// <param name="column">The column as read.</param>
    /// <param name="names">The text of each code, null where missing; two codes may have the same text.</param>
    /// <param name="rejected">Rows to leave out, or null for none.</param>
    public static CodedColumn Build(RawColumn column, string?[] names, bool[]? rejected)
    {
        int[] codes = column.TakeCodes();
        int[] map = new int[names.Length];
        Array.Fill(map, -2);
        List<string> values = new(names.Length);
        Dictionary<string, int> known = new(names.Length, StringComparer.Ordinal);
        int kept = 0;
        for (int row = 0; row < codes.Length; row++)
        {
            if (rejected is not null && rejected[row])
            {
                continue;
            }

            int code = codes[row];
            if (code >= 0)
            {
                int final = map[code];
                code = final != -2 ? final : map[code] = Give(names[code]);
            }

            codes[kept++] = code;
        }

        if (kept < codes.Length)
        {
            Array.Resize(ref codes, kept);
        }

        return new CodedColumn(codes, [.. values]);

        int Give(string? name)
        {
            if (name is null)
            {
                return CodedColumn.Missing;
            }

            if (!known.TryGetValue(name, out int code))
            {
                code = values.Count;
                known.Add(name, code);
                values.Add(name);
            }

            return code;
        }
    }
}
