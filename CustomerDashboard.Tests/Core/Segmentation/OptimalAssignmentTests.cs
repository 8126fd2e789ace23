using CustomerDashboard.Core.Numerics;
using CustomerDashboard.Core.Segmentation;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerDashboard.Tests.Core.Segmentation;

public sealed class OptimalAssignmentTests
{
    [Fact]
    public void The_pairing_worked_by_hand_is_found()
    {
        // Greedy would take 9 first and end with 9 + 1 + 1; the best is 8 + 7 + 4.
        double[,] values = { { 9, 8, 1 }, { 7, 1, 1 }, { 3, 2, 4 } };

        Assert.Equal([1, 0, 2], OptimalAssignment.Maximise(values));
    }

    [Fact]
    public void With_more_rows_than_columns_the_least_useful_row_is_left_over() =>
        Assert.Equal([-1, 1, 0], OptimalAssignment.Maximise(new double[,] { { 1, 1 }, { 2, 9 }, { 8, 9 } }));

    [Fact]
    public void A_value_that_is_not_finite_is_refused() =>
        Assert.Throws<ArgumentException>(() => OptimalAssignment.Maximise(new[,] { { double.NaN } }));

    [Fact]
    public void No_pairing_is_better_than_the_one_found() =>
        Prop.ForAll(Gen.Choose(1, 100_000).ToArbitrary(), seed =>
        {
            var random = new RandomSource(seed);
            var values = new double[random.NextInt(6) + 1, random.NextInt(6) + 1];
            for (int row = 0; row < values.GetLength(0); row++)
            {
                for (int column = 0; column < values.GetLength(1); column++)
                {
                    values[row, column] = random.NextInt(21) - 10;
                }
            }

            int[] found = OptimalAssignment.Maximise(values);
            double worth = 0;
            for (int row = 0; row < found.Length; row++)
            {
                worth += found[row] < 0 ? 0 : values[row, found[row]];
            }

            int paired = found.Count(column => column >= 0);
            return paired == Math.Min(values.GetLength(0), values.GetLength(1))
                && found.Where(column => column >= 0).Distinct().Count() == paired
                && Math.Abs(worth - BestByTryingAll(values, 0, 0, Math.Max(0, values.GetLength(0) - values.GetLength(1)))) < 1e-9;
        }).QuickCheckThrowOnFailure();

    private static double BestByTryingAll(double[,] values, int row, int usedColumns, int rowsToSkip)
    {
        if (row == values.GetLength(0))
        {
            return 0;
        }

        double best = rowsToSkip > 0 ? BestByTryingAll(values, row + 1, usedColumns, rowsToSkip - 1) : double.NegativeInfinity;
        for (int column = 0; column < values.GetLength(1); column++)
        {
            if ((usedColumns & (1 << column)) == 0)
            {
                best = Math.Max(best, values[row, column] + BestByTryingAll(values, row + 1, usedColumns | (1 << column), rowsToSkip));
            }
        }

        return best;
    }
}
