namespace CustomerDashboard.Core.Learning.Metrics;

/// <summary>
/// Where a Brier score comes from: Score = Reliability - Resolution + Uncertainty + WithinBins.
/// </summary>
/// <param name="Score">The Brier score.</param>
/// <param name="Reliability">Squared distance between predicted and observed share of a group; 0 is best.</param>
/// <param name="Resolution">Squared distance of the groups' observed shares from the overall share; larger is better.</param>
/// <param name="Uncertainty">Variance of the answers, which no forecast changes.</param>
/// <param name="WithinBins">What differences of probability inside the groups add or take away; 0 where each group has one probability.</param>
/// <remarks>
/// A. Murphy, "A new vector partition of the probability score", 1973; D. Stephenson, C. Coelho, I. Jolliffe, 2008, for the last part.
/// </remarks>
public readonly record struct BrierDecomposition(double Score, double Reliability, double Resolution, double Uncertainty, double WithinBins)
{
    /// <summary>Takes the score apart over groups of equal size; equal probabilities stay together. O(n log n).</summary>
    /// <exception cref="ArgumentException">No case, a probability that is not finite, or lengths that differ.</exception>
    public static BrierDecomposition Of(ReadOnlySpan<double> probabilities, ReadOnlySpan<bool> labels, int bins = 10)
    {
        double score = ClassificationMetrics.BrierScore(probabilities, labels);
        double share = (double)labels.Count(true) / labels.Length;
        double reliability = 0, resolution = 0;
        foreach (CalibrationBin bin in ClassificationMetrics.Calibration(probabilities, labels, bins))
        {
            double weight = (double)bin.Count / labels.Length;
            reliability += weight * (bin.MeanPredicted - bin.ObservedShare) * (bin.MeanPredicted - bin.ObservedShare);
            resolution += weight * (bin.ObservedShare - share) * (bin.ObservedShare - share);
        }

        double uncertainty = share * (1 - share);
        return new BrierDecomposition(score, reliability, resolution, uncertainty, score - (reliability - resolution + uncertainty));
    }
}
