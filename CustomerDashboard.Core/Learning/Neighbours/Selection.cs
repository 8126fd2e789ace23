namespace CustomerDashboard.Core.Learning.Neighbours;

/// <summary>Divides keys around one rank without sorting them (C. A. R. Hoare, "Algorithm 65: Find", 1961), in O(n) on average.</summary>
internal static class Selection
{
    private const int SortBelow = 32;

    /// <summary>
    /// Rearranges the keys, and the items with them, so that none of the first <paramref name="rank"/> is greater than any of the rest.
    /// </summary>
    public static void Partition(Span<double> keys, Span<int> items, int rank)
    {
        int first = 0;
        int last = keys.Length - 1;

        // An unlucky choice of pivots is noticed by the work done and ended by a sort.
        long budget = 8L * keys.Length;
        while (last - first >= SortBelow)
        {
            budget -= last - first;
            if (budget < 0)
            {
                break;
            }

            double pivot = Median(keys[first], keys[first + ((last - first) / 2)], keys[last]);
            int left = first;
            int right = last;
            while (left <= right)
            {
                while (keys[left] < pivot)
                {
                    left++;
                }

                while (keys[right] > pivot)
                {
                    right--;
                }

                if (left <= right)
                {
                    (keys[left], keys[right]) = (keys[right], keys[left]);
                    (items[left], items[right]) = (items[right], items[left]);
                    left++;
                    right--;
                }
            }

            if (rank <= right)
            {
                last = right;
            }
            else if (rank >= left)
            {
                first = left;
            }
            else
            {
                return;
            }
        }

        keys[first..(last + 1)].Sort(items[first..(last + 1)]);
    }

    private static double Median(double a, double b, double c) => Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));
}
