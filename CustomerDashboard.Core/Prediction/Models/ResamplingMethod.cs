namespace CustomerDashboard.Core.Prediction.Models;

/// <summary>How a rare class is made to count inside each training fold; tests are never touched.</summary>
public enum ResamplingMethod
{
    None,

    /// <summary>Synthetic customers between neighbours of the rarer class.</summary>
    Smote,

    /// <summary>Customers of the rarer class repeated.</summary>
    Oversample,

    /// <summary>Customers of the more frequent class left out.</summary>
    Undersample,

    /// <summary>Each class weighs alike.</summary>
    ClassWeights,
}
