namespace CustomerDashboard.Core.Segmentation.Methods;

/// <summary>A method of dividing customers.</summary>
internal interface IDivider
{
    /// <summary>Divides the customers; what the data do not allow comes back as a failure in words, not as an exception.</summary>
    DividerResult Divide(DividerContext context);
}
