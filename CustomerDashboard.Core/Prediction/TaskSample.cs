using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Prediction;

/// <summary>The rows a model learns from or is tested on: only the features the file can give.</summary>
internal sealed record TaskSample(Matrix Features, bool[] BoughtAgain, double[] Spend, double[] RunRate)
{
    public int Rows => Features.Rows;

    public static TaskSample Of(PredictionTable table, ReadOnlySpan<int> columns) =>
        new(table.Features.SelectColumns(columns), table.BoughtAgain, table.Spend, table.RunRate);

    public TaskSample Select(int[] rows) =>
        new(Features.SelectRows(rows), Pick(BoughtAgain, rows), Pick(Spend, rows), Pick(RunRate, rows));

    private static T[] Pick<T>(T[] values, int[] rows)
    {
        var result = new T[rows.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            result[i] = values[rows[i]];
        }

        return result;
    }
}
