namespace CustomerDashboard.Core.DataImport.Values;

/// <summary>Dates that are plain numbers: days as spreadsheets count them, or seconds or milliseconds since 1970.</summary>
internal static class DateNumbers
{
    private static readonly Reading[] Readings =
    [
        new(18_264, 73_415, "Dates are numbers: days as spreadsheets count them.", SerialDate.ToTicks),
        new(1e8, 4.2e9, "Dates are numbers: time since 1970.", number => DateTime.UnixEpoch.Ticks + (long)(number * TimeSpan.TicksPerSecond)),
        new(1e11, 4.2e12, "Dates are numbers: time since 1970.", number => DateTime.UnixEpoch.Ticks + (long)(number * TimeSpan.TicksPerMillisecond)),
    ];

    /// <summary>The ticks of a spreadsheet's serial number, or null when it is outside 1950 to 2100.</summary>
    public static long? FromSerial(double serial) => Readings[0].Fits(serial) ? Readings[0].ToTicks(serial) : null;

    /// <summary>Reads all numbers the way that fits most of them.</summary>
    /// <param name="numbers">One number for each code; NaN where there is none.</param>
    /// <param name="note">Which way that was, in words.</param>
    /// <returns>The ticks of each; null where the number does not fit.</returns>
    public static long?[] Read(double[] numbers, out string note)
    {
        Reading best = Readings.MaxBy(reading => numbers.Count(reading.Fits))!;
        note = best.Note;
        return [.. numbers.Select(number => best.Fits(number) ? best.ToTicks(number) : (long?)null)];
    }

    private sealed record Reading(double From, double To, string Note, Func<double, long> ToTicks)
    {
        public bool Fits(double number) => number >= From && number < To;
    }
}
