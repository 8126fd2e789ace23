using System.Runtime.CompilerServices;
using CustomerDashboard.Core.Transactions;

namespace CustomerDashboard.Core.Cleaning;

/// <summary>A column over some of the rows, its values numbered anew in order of first appearance among them.</summary>
/// <param name="Codes">One per row; -1 where missing.</param>
/// <param name="Values">The values that appear.</param>
/// <param name="NewCode">The new code of each old one; -1 for those that do not appear.</param>
internal sealed record Renumbered(int[] Codes, string[] Values, int[] NewCode)
{
    // Compiled fully at once: a single analysis is over before the runtime would warm up.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Renumbered Of(CodedColumn column, int[] rows)
    {
        var newCode = new int[column.Values.Length];
        Array.Fill(newCode, CodedColumn.Missing);
        var codes = GC.AllocateUninitializedArray<int>(rows.Length);
        List<string> values = [];
        for (int i = 0; i < rows.Length; i++)
        {
            int old = column.Codes[rows[i]];
            if (old < 0)
            {
                codes[i] = CodedColumn.Missing;
                continue;
            }

            if (newCode[old] < 0)
            {
                newCode[old] = values.Count;
                values.Add(column.Values[old]);
            }

            codes[i] = newCode[old];
        }

        return new Renumbered(codes, [.. values], newCode);
    }
}
