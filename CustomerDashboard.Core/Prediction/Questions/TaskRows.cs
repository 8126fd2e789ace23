using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Prediction.Questions;

/// <summary>Customers as models see them, with the answers where they are known.</summary>
/// <param name="Features">One row per customer, one column per feature of the task; NaN where a value is missing.</param>
/// <param name="Customers">Each row's customer: index into the ids of the task's source.</param>
/// <param name="Targets">The answer of each row: 0 or 1, the code of a class, or a number. Empty where the answers are still to come.</param>
public sealed record TaskRows(Matrix Features, int[] Customers, double[] Targets)
{
    public int Count => Features.Rows;

    /// <summary>The answers of a yes/no question.</summary>
    public bool[] Labels() => Array.ConvertAll(Targets, target => target > 0.5);

    /// <summary>The answers of a question of classes.</summary>
    public int[] Classes() => Array.ConvertAll(Targets, target => (int)target);

    /// <summary>Some of the rows, in the order given.</summary>
    public TaskRows Select(int[] rows) => new(
        Features.SelectRows(rows),
        Array.ConvertAll(rows, row => Customers[row]),
        Targets.Length == 0 ? [] : Array.ConvertAll(rows, row => Targets[row]));
}
