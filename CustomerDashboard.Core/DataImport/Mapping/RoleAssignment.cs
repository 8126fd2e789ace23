namespace CustomerDashboard.Core.DataImport.Mapping;

/// <summary>
/// Gives each role to at most one column and each column at most one role so that the sum of scores is largest
/// (the assignment problem; Kuhn 1955, in the shortest-path form of Jonker and Volgenant 1987). O(roles^2 x columns).
/// </summary>
internal static class RoleAssignment
{
    /// <summary>The column of each role, -1 for none. Scores not above zero are never chosen.</summary>
    public static int[] Solve(double[,] scores)
    {
        int roles = scores.GetLength(0);
        int columns = scores.GetLength(1);

        // One stand-in column per role means "no column": cost zero against minus the score.
        int width = columns + roles;
        double[] rolePrice = new double[roles + 1];
        double[] columnPrice = new double[width + 1];
        int[] roleOf = new int[width + 1];
        int[] way = new int[width + 1];
        for (int role = 1; role <= roles; role++)
        {
            roleOf[0] = role;
            int at = 0;
            double[] least = new double[width + 1];
            Array.Fill(least, double.PositiveInfinity);
            bool[] used = new bool[width + 1];
            do
            {
                used[at] = true;
                int current = roleOf[at];
                double delta = double.PositiveInfinity;
                int next = 0;
                for (int column = 1; column <= width; column++)
                {
                    if (used[column])
                    {
                        continue;
                    }

                    double cost = column <= columns ? -Math.Max(0, scores[current - 1, column - 1]) : 0;
                    double reduced = cost - rolePrice[current] - columnPrice[column];
                    if (reduced < least[column])
                    {
                        least[column] = reduced;
                        way[column] = at;
                    }

                    if (least[column] < delta)
                    {
                        delta = least[column];
                        next = column;
                    }
                }

                for (int column = 0; column <= width; column++)
                {
                    if (used[column])
                    {
                        rolePrice[roleOf[column]] += delta;
                        columnPrice[column] -= delta;
                    }
                    else
                    {
                        least[column] -= delta;
                    }
                }

                at = next;
            }
            while (roleOf[at] != 0);

            while (at != 0)
            {
                roleOf[at] = roleOf[way[at]];
                at = way[at];
            }
        }

        int[] columnOf = new int[roles];
        Array.Fill(columnOf, -1);
        for (int column = 1; column <= columns; column++)
        {
            if (roleOf[column] > 0 && scores[roleOf[column] - 1, column - 1] > 0)
            {
                columnOf[roleOf[column] - 1] = column - 1;
            }
        }

        return columnOf;
    }
}
