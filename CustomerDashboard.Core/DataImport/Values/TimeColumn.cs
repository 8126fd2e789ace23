using System.Globalization;
using CustomerDashboard.Core.DataImport.Reading;

namespace CustomerDashboard.Core.DataImport.Values;

/// <summary>A column of times of day.</summary>
internal static class TimeColumn
{
    /// <summary>Ticks since midnight and the fault of each code; a missing time counts as midnight.</summary>
    public static (long[] Ticks, ValueFault[] Faults) Read(RawColumn column, bool windows1252)
    {
        long[] ticks = new long[column.DistinctCount];
        ValueFault[] faults = new ValueFault[ticks.Length];
        for (int code = 0; code < ticks.Length; code++)
        {
            ReadOnlySpan<byte> bytes = column.Value(code);
            if (FieldText.IsBlank(bytes) || MissingWords.IsMissing(bytes))
            {
                continue;
            }

            // Spreadsheets keep a time as a share of a day, or as a date on their day zero.
            if (column.Kind(code) == CellKind.Number && double.TryParse(bytes, NumberStyles.Float, CultureInfo.InvariantCulture, out double share) && share is >= 0 and < 1)
            {
                ticks[code] = (long)Math.Round(share * 86_400_000) * TimeSpan.TicksPerMillisecond;
                continue;
            }

            ReadOnlySpan<byte> time = column.Kind(code) == CellKind.Date && bytes.Length > 10 ? bytes[11..] : bytes;
            faults[code] = time.Length <= 40 && TimeText.TryParse(FieldText.Decode(time, windows1252), out ticks[code], out _)
                ? ValueFault.None : ValueFault.NotATime;
        }

        return (ticks, faults);
    }
}
