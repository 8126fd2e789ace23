namespace CustomerDashboard.Core.Cleaning;

/// <summary>Which lines are extreme, and what to do with them. The limits come from the lines the rules before it kept.</summary>
public sealed record OutlierOptions
{
    public bool Enabled { get; init; }

    public OutlierColumn Column { get; init; } = OutlierColumn.Quantity;

    public OutlierMethod Method { get; init; } = OutlierMethod.InterquartileRange;

    public OutlierAction Action { get; init; } = OutlierAction.Drop;

    /// <summary>How many interquartile ranges beyond the quartiles is extreme; 1.5 marks many lines of a wholesaler, 3 the far ones.</summary>
    public double Factor { get; init; } = 3;

    /// <summary>Values below this percentile are extreme.</summary>
    public double LowerPercentile { get; init; } = 1;

    /// <summary>Values above this percentile are extreme.</summary>
    public double UpperPercentile { get; init; } = 99;

    /// <exception cref="ArgumentException">A limit is out of range.</exception>
    public void Validate()
    {
        if (!Enum.IsDefined(Column) || !Enum.IsDefined(Method) || !Enum.IsDefined(Action))
        {
            throw new ArgumentException("Outliers: choose quantity, unit price or amount; interquartile range or percentile; drop or winsorise.");
        }

        if (!(double.IsFinite(Factor) && Factor >= 0))
        {
            throw new ArgumentOutOfRangeException(nameof(Factor), Factor, "The factor of the interquartile range is zero or more; 1.5 and 3 are usual.");
        }

        if (!(LowerPercentile >= 0 && UpperPercentile <= 100 && LowerPercentile < UpperPercentile))
        {
            throw new ArgumentException("The percentiles lie between 0 and 100, the lower below the upper.", nameof(LowerPercentile));
        }
    }
}
