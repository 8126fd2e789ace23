namespace CustomerDashboard.Core.Learning.Classification;

/// <summary>What a linear classifier pays for a row, given its decision value.</summary>
internal enum LinearLoss
{
    /// <summary>The negative log of the probability of its answer.</summary>
    Logistic,

    /// <summary>The square of how far it lies on the wrong side of its margin.</summary>
    SquaredHinge,
}
