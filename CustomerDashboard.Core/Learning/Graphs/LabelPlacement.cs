namespace CustomerDashboard.Core.Learning.Graphs;

/// <summary>Chooses which nodes of a drawing can be named without names covering each other, the most important first.</summary>
public static class LabelPlacement
{
    /// <summary>Chooses the names; each is taken to stand centred above its node.</summary>
    /// <param name="layout">The drawing.</param>
    /// <param name="importance">Per node; the greatest is named first, of equals the first node.</param>
    /// <param name="letters">How many letters each name has.</param>
    /// <param name="width">The width of the drawing in letters.</param>
    /// <param name="height">The height of the drawing in lines of text.</param>
    /// <param name="most">The most names.</param>
    /// <returns>The nodes to name, the most important first.</returns>
    /// <exception cref="ArgumentException">The lists are not of the layout's length.</exception>
    public static IReadOnlyList<int> Choose(
        GraphLayout layout, IReadOnlyList<double> importance, IReadOnlyList<int> letters, double width, double height, int most)
    {
        ArgumentNullException.ThrowIfNull(layout);
        ArgumentNullException.ThrowIfNull(importance);
        ArgumentNullException.ThrowIfNull(letters);
        int n = layout.X.Length;
        if (importance.Count != n || letters.Count != n)
        {
            throw new ArgumentException($"There are {n} nodes, but {importance.Count} importances and {letters.Count} names.", nameof(importance));
        }

        var order = new int[n];
        for (int i = 0; i < n; i++)
        {
            order[i] = i;
        }

        Array.Sort(order, (a, b) => importance[a] != importance[b] ? importance[b].CompareTo(importance[a]) : a.CompareTo(b));
        var chosen = new List<int>();
        foreach (int node in order)
        {
            if (chosen.Count == most)
            {
                break;
            }

            if (chosen.TrueForAll(other => Apart(node, other)))
            {
                chosen.Add(node);
            }
        }

        return chosen;

        bool Apart(int a, int b) =>
            Math.Abs(layout.X[a] - layout.X[b]) * width > ((letters[a] + letters[b]) / 2.0) + 1
            || Math.Abs(layout.Y[a] - layout.Y[b]) * height > 1.25;
    }
}
