namespace CustomerDashboard.Core.Numerics;

/// <summary>Reports the progress of one part of a computation as progress of the whole.</summary>
/// <param name="whole">Who is told.</param>
/// <param name="from">The share of the whole done before this part.</param>
/// <param name="to">The share done after it.</param>
public sealed class PartialProgress(IProgress<WorkProgress> whole, double from, double to) : IProgress<WorkProgress>
{
    /// <summary>The part of a computation whose progress is asked for; null where nobody asks.</summary>
    public static PartialProgress? Of(IProgress<WorkProgress>? whole, double from, double to) => whole is null ? null : new PartialProgress(whole, from, to);

    /// <inheritdoc />
    public void Report(WorkProgress value) => whole.Report(value with { Fraction = from + (value.Fraction * (to - from)) });
}
