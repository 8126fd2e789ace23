namespace CustomerDashboard.Core.Analysis;

/// <summary>A recipe that cannot be used. The message names the member and says what to do.</summary>
public sealed class RecipeException : Exception
{
    public RecipeException(string message, string member = "", Exception? innerException = null)
        : base(message, innerException) => Member = member;

    /// <summary>The member at fault, as in <c>segmentation.maxClusters</c>; empty when it is the recipe as a whole.</summary>
    public string Member { get; }
}
