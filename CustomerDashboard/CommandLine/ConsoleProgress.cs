using System.Diagnostics;
using System.Globalization;
using CustomerDashboard.Core.Analysis;

namespace CustomerDashboard.CommandLine;

/// <summary>Progress as lines on standard error: one when a stage begins, and one a second while it lasts.</summary>
internal sealed class ConsoleProgress(TextWriter output) : IProgress<AnalysisProgress>
{
    private readonly Lock _gate = new();
    private readonly long _started = Stopwatch.GetTimestamp();
    private AnalysisStage? _stage;
    private long _written;

    public void Report(AnalysisProgress value)
    {
        lock (_gate)
        {
            long now = Stopwatch.GetTimestamp();
            if (_stage == value.Stage && Stopwatch.GetElapsedTime(_written, now) < TimeSpan.FromSeconds(1))
            {
                return;
            }

            _stage = value.Stage;
            _written = now;
            string count = value.Work.Done > 0
                ? string.Create(CultureInfo.InvariantCulture, $", {value.Work.Done} {value.Work.Unit}")
                : string.Empty;
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{Stopwatch.GetElapsedTime(_started, now).TotalSeconds,6:0.0} s {100 * value.Fraction,3:0} %  {value.Work.Activity}{count}"));
        }
    }
}
