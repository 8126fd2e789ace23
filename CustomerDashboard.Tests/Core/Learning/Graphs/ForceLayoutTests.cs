using CustomerDashboard.Core.Learning.Graphs;

namespace CustomerDashboard.Tests.Core.Learning.Graphs;

public class ForceLayoutTests
{
    [Fact]
    public void Cliques_lie_apart_and_every_point_within_the_frame()
    {
        Graph graph = Graphs.TwoCliquesAndABridge();
        GraphLayout layout = ForceLayout.Arrange(graph);
        Assert.All(layout.X.Concat(layout.Y), value => Assert.InRange(value, 0, 1));
        double within = Mean(layout, (i, j) => i / 5 == j / 5);
        double between = Mean(layout, (i, j) => i / 5 != j / 5);
        Assert.True(between > 1.5 * within, $"{within} within, {between} between");
    }

    [Fact]
    public void The_drawing_does_not_depend_on_the_number_of_threads()
    {
        Graph graph = Graphs.Random(400, 0.02, 9);
        GraphLayout one = ForceLayout.Arrange(graph, null, new ForceLayoutOptions { Iterations = 20, DegreeOfParallelism = 1 });
        GraphLayout many = ForceLayout.Arrange(graph, null, new ForceLayoutOptions { Iterations = 20, DegreeOfParallelism = 5 });
        Assert.Equal(one.X, many.X);
        Assert.Equal(one.Y, many.Y);
    }

    [Fact]
    public void No_two_nodes_lie_on_one_spot_and_parts_do_not_overlap()
    {
        // A star, whose leaves are alike, a path and a pair.
        var edges = new List<(int, int)>();
        edges.AddRange(Enumerable.Range(1, 20).Select(leaf => (0, leaf)));
        edges.AddRange(Enumerable.Range(21, 4).Select(node => (node, node + 1)));
        edges.Add((26, 27));
        GraphLayout layout = ForceLayout.Arrange(Graphs.Of(28, [.. edges]));
        Assert.Equal(28, layout.X.Zip(layout.Y).Distinct().Count());
        float lowestOfLargest = layout.Y[..21].Min();
        Assert.All(layout.Y[21..], y => Assert.True(y < lowestOfLargest));
    }

    [Fact]
    public void Names_do_not_cover_each_other_and_the_important_come_first()
    {
        var layout = new GraphLayout([0.1f, 0.12f, 0.9f, 0.1f], [0.5f, 0.5f, 0.5f, 0.9f]);
        IReadOnlyList<int> named = LabelPlacement.Choose(layout, [1, 3, 2, 0.5], [10, 10, 10, 10], 100, 40, 10);
        Assert.Equal([1, 2, 3], named);
        Assert.Equal([1], LabelPlacement.Choose(layout, [1, 3, 2, 0.5], [10, 10, 10, 10], 100, 40, 1));
    }

    private static double Mean(GraphLayout layout, Func<int, int, bool> counts)
    {
        var distances = new List<double>();
        for (int i = 0; i < layout.X.Length; i++)
        {
            for (int j = i + 1; j < layout.X.Length; j++)
            {
                if (counts(i, j))
                {
                    distances.Add(Math.Sqrt(Math.Pow(layout.X[i] - layout.X[j], 2) + Math.Pow(layout.Y[i] - layout.Y[j], 2)));
                }
            }
        }

        return distances.Average();
    }
}
