namespace CustomerDashboard.Core.Transactions;

/// <summary>One attribute of every customer: either numbers (NaN where missing) or categories (-1 where missing).</summary>
/// <param name="Name">The column's name in the file.</param>
/// <param name="Numbers">One number per customer when the attribute is numeric, else null.</param>
/// <param name="Categories">The coded values when the attribute is categorical, else null.</param>
public sealed record AttributeColumn(string Name, double[]? Numbers, CodedColumn? Categories)
{
    public bool IsNumeric => Numbers is not null;
}
