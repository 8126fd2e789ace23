namespace CustomerDashboard.Core.Prediction.Judging;

/// <summary>A figure with its 95 % interval over other customers of the same kind and period.</summary>
/// <param name="Value">The figure; NaN where it does not exist.</param>
/// <param name="Lower">The lower limit; NaN where there is none.</param>
/// <param name="Upper">The upper limit.</param>
public readonly record struct JudgedValue(double Value, double Lower, double Upper)
{
    /// <summary>A figure that does not exist for these cases.</summary>
    public static JudgedValue None { get; } = new(double.NaN, double.NaN, double.NaN);

    public bool Exists => !double.IsNaN(Value);
}
