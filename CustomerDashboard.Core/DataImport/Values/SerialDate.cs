namespace CustomerDashboard.Core.DataImport.Values;

/// <summary>Dates as spreadsheets keep them: days since 30 December 1899.</summary>
internal static class SerialDate
{
    private static readonly long Epoch = new DateTime(1899, 12, 30).Ticks;

    /// <summary>Ticks to the millisecond: a day's fraction in a double is no better than a microsecond.</summary>
    public static long ToTicks(double serial) => Epoch + ((long)Math.Round(serial * 86_400_000.0) * TimeSpan.TicksPerMillisecond);
}
