namespace CustomerDashboard.Core.Learning.Classification;

/// <summary>How a support vector machine measures the likeness of two rows.</summary>
public enum SupportVectorKernel
{
    /// <summary>exp(-gamma x squared distance): borders of any shape.</summary>
    Rbf,

    /// <summary>The product of the rows: a straight border, with one coefficient per feature, for any number of rows.</summary>
    Linear,
}
