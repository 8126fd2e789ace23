using CustomerDashboard.Core.DataImport.Reading;
using CustomerDashboard.Core.DataImport.Values;

namespace CustomerDashboard.Core.DataImport;

/// <summary>Takes the plain columns of the table from the rows that are kept.</summary>
/// <param name="table">The rows as read.</param>
/// <param name="rejected">Which of them are left out; null for none.</param>
internal sealed class KeptRows(RawTable table, bool[]? rejected)
{
    public int Count { get; } = table.RowCount - (rejected?.Count(row => row) ?? 0);

    public double[] TakeNumbers(RawColumn column, NumberColumn numbersOf)
    {
        double[] result = new double[Count];
        int[] codes = column.TakeCodes();
        int kept = 0;
        for (int row = 0; row < codes.Length; row++)
        {
            if (rejected is null || !rejected[row])
            {
                result[kept++] = codes[row] < 0 ? double.NaN : numbersOf.Numbers[codes[row]];
            }
        }

        return result;
    }

    /// <summary>The dates, with the time of another column where there is one.</summary>
    public long[] TakeTicks(RawColumn dateColumn, long[] dates, RawColumn? timeColumn, long[]? times)
    {
        long[] result = new long[Count];
        int[] codes = dateColumn.TakeCodes();
        int kept = 0;
        for (int row = 0; row < codes.Length; row++)
        {
            if (rejected is not null && rejected[row])
            {
                continue;
            }

            long ticks = dates[codes[row]];
            if (times is not null && timeColumn![row] is >= 0 and int code)
            {
                ticks = ticks - (ticks % TimeSpan.TicksPerDay) + times[code];
            }

            result[kept++] = ticks;
        }

        return result;
    }

    public int[] TakeLines()
    {
        int[] result = new int[Count];
        int kept = 0;
        for (int row = 0; row < table.RowCount; row++)
        {
            if (rejected is null || !rejected[row])
            {
                result[kept++] = table.LineOf(row);
            }
        }

        return result;
    }

    public byte[] TakeSheets()
    {
        byte[] result = new byte[Count];
        int kept = 0;
        int sheet = 0;
        for (int row = 0; row < table.RowCount; row++)
        {
            while (row >= table.SheetEnds[sheet])
            {
                sheet++;
            }

            if (rejected is null || !rejected[row])
            {
                result[kept++] = (byte)sheet;
            }
        }

        return result;
    }

    public double[] Ones()
    {
        double[] ones = new double[Count];
        Array.Fill(ones, 1.0);
        return ones;
    }

    /// <summary>The price of one unit where the file states amounts only; no units, no price.</summary>
    public static double[] Divide(double[] amount, double[]? quantity)
    {
        double[] price = new double[amount.Length];
        for (int row = 0; row < price.Length; row++)
        {
            price[row] = quantity is null ? amount[row] : quantity[row] == 0 ? double.NaN : amount[row] / quantity[row];
        }

        return price;
    }
}
