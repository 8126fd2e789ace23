namespace CustomerDashboard.Core.Segmentation;

/// <summary>
/// Pairs rows with columns so that the sum of the paired values is as large as possible, each row and each column used at
/// most once: the Hungarian method in the shortest-path form of R. Jonker and A. Volgenant, "A shortest augmenting path
/// algorithm for dense and sparse linear assignment problems", Computing 38 (1987). Costs O(r^2 c) for r rows and c columns, r at most c.
/// </summary>
public static class OptimalAssignment
{
    /// <summary>Finds the best pairing; all of the shorter side is paired. Ties go to the lower column.</summary>
    /// <param name="values">What each pair is worth: rows x columns, finite.</param>
    /// <returns>For each row its column, or -1 when there are more rows than columns and it is left over.</returns>
    /// <exception cref="ArgumentException">A value is NaN or infinite.</exception>
    public static int[] Maximise(double[,] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        int rows = values.GetLength(0);
        int columns = values.GetLength(1);
        foreach (double value in values)
        {
            if (!double.IsFinite(value))
            {
                throw new ArgumentException("The worth of every pair must be a finite number.", nameof(values));
            }
        }

        var result = new int[rows];
        Array.Fill(result, -1);
        if (rows <= columns)
        {
            int[] rowOfColumn = Solve(rows, columns, (row, column) => -values[row, column]);
            for (int column = 0; column < columns; column++)
            {
                if (rowOfColumn[column] >= 0)
                {
                    result[rowOfColumn[column]] = column;
                }
            }
        }
        else
        {
            int[] columnOfRow = Solve(columns, rows, (column, row) => -values[row, column]);
            columnOfRow.CopyTo(result, 0);
        }

        return result;
    }

    // Arrays count from 1 here, with 0 as the virtual start, which spares a case distinction in the inner loop.
    private static int[] Solve(int sources, int targets, Func<int, int, double> cost)
    {
        var sourcePrice = new double[sources + 1];
        var targetPrice = new double[targets + 1];
        var sourceOf = new int[targets + 1];
        var previous = new int[targets + 1];
        var shortest = new double[targets + 1];
        var visited = new bool[targets + 1];
        for (int source = 1; source <= sources; source++)
        {
            Array.Fill(shortest, double.PositiveInfinity);
            Array.Clear(visited);
            sourceOf[0] = source;
            int current = 0;
            do
            {
                visited[current] = true;
                int from = sourceOf[current];
                int next = 0;
                double least = double.PositiveInfinity;
                for (int target = 1; target <= targets; target++)
                {
                    if (visited[target])
                    {
                        continue;
                    }

                    double reduced = cost(from - 1, target - 1) - sourcePrice[from] - targetPrice[target];
                    if (reduced < shortest[target])
                    {
                        shortest[target] = reduced;
                        previous[target] = current;
                    }

                    if (shortest[target] < least)
                    {
                        least = shortest[target];
                        next = target;
                    }
                }

                for (int target = 0; target <= targets; target++)
                {
                    if (visited[target])
                    {
                        sourcePrice[sourceOf[target]] += least;
                        targetPrice[target] -= least;
                    }
                    else
                    {
                        shortest[target] -= least;
                    }
                }

                current = next;
            }
            while (sourceOf[current] != 0);

            while (current != 0)
            {
                int before = previous[current];
                sourceOf[current] = sourceOf[before];
                current = before;
            }
        }

        var result = new int[targets];
        for (int target = 1; target <= targets; target++)
        {
            result[target - 1] = sourceOf[target] - 1;
        }

        return result;
    }
}
