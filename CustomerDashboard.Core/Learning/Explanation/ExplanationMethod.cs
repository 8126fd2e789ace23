namespace CustomerDashboard.Core.Learning.Explanation;

/// <summary>How the parts of an explanation were found.</summary>
public enum ExplanationMethod
{
    /// <summary>Exactly, from the coefficients.</summary>
    Linear,

    /// <summary>Exactly, from the trees (TreeSHAP).</summary>
    Trees,

    /// <summary>By trying values of other customers in random orders; every part has an error.</summary>
    Sampled,
}
