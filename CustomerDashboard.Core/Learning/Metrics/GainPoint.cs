namespace CustomerDashboard.Core.Learning.Metrics;

/// <summary>One point of a gain curve: contacting everyone with a score of at least <paramref name="Threshold"/>.</summary>
/// <param name="ShareContacted">Share of all cases.</param>
/// <param name="ShareFound">Share of all positives among them.</param>
/// <param name="Threshold">The score; positive infinity at (0, 0).</param>
public readonly record struct GainPoint(double ShareContacted, double ShareFound, double Threshold)
{
    /// <summary>How many times more positives than among as many cases drawn at random; NaN where none is contacted.</summary>
    public double Lift => ShareFound / ShareContacted;
}
