namespace CustomerDashboard.CommandLine;

/// <summary>What the verbs hand back to the shell.</summary>
public static class ExitCodes
{
    public const int Done = 0;

    /// <summary>It could not be done: the file, the recipe or the place to write to; the reason is on standard error.</summary>
    public const int Failed = 1;

    /// <summary>The command line itself could not be understood.</summary>
    public const int Usage = 2;

    /// <summary>The results are written, but a stage went wrong.</summary>
    public const int Partly = 3;

    /// <summary>Ctrl+C, as shells count it.</summary>
    public const int Cancelled = 130;
}
