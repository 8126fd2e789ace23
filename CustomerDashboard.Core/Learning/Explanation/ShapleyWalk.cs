using System.Runtime.CompilerServices;

namespace CustomerDashboard.Core.Learning.Explanation;

/// <summary>
/// Walks all branches of a tree at once for one row. The path holds, for each feature asked about on the way, the share of
/// training rows that pass when the feature is unknown and whether the row passes when it is known, and for each number of known
/// features the weight of all their subsets together.
/// </summary>
internal sealed class ShapleyWalk
{
    private readonly Step[] _paths;
    private readonly int _pathLength;

    public ShapleyWalk(int depth, int features)
    {
        // A path names every feature once, however often it is asked about; every level keeps its own copy.
        _pathLength = Math.Min(depth, features) + 2;
        _paths = new Step[(depth + 2) * _pathLength];
    }

    /// <summary>Adds the row's Shapley values for the tree, times <paramref name="share"/>, to <paramref name="values"/>.</summary>
    public void Add(ExplainedTree tree, double share, ReadOnlySpan<double> row, Span<double> values) =>
        Walk(tree.Nodes, 0, 0, 0, new Step(-1, 1, 1, 0), share, row, values);

    private void Walk(
        ReadOnlySpan<ExplainedTree.Node> nodes,
        int position,
        int level,
        int length,
        Step arrival,
        double share,
        ReadOnlySpan<double> row,
        Span<double> values)
    {
        // A tree may be as deep as it has rows: better an exception than the end of the process.
        RuntimeHelpers.EnsureSufficientExecutionStack();
        Span<Step> path = _paths.AsSpan(level * _pathLength, _pathLength);
        if (level > 0)
        {
            _paths.AsSpan((level - 1) * _pathLength, length).CopyTo(path);
        }

        ref readonly ExplainedTree.Node node = ref nodes[position];
        if (level > 0)
        {
            // The feature asked about on the way here may already be on the path: it is taken off and put back with both shares.
            int before = IndexOf(path[..length], arrival.Feature);
            if (before >= 0)
            {
                arrival = arrival with { Unknown = arrival.Unknown * path[before].Unknown, Known = arrival.Known * path[before].Known };
                Unwind(path, length, before);
                length--;
            }
        }

        Extend(path, length, arrival);
        length++;
        if (node.Left < 0)
        {
            for (int i = 1; i < length; i++)
            {
                values[path[i].Feature] += share * UnwoundSum(path[..length], i) * (path[i].Known - path[i].Unknown) * node.Value;
            }

            return;
        }

        bool left = node.GoesLeft(row[node.Feature]);
        Walk(
            nodes,
            node.Left,
            level + 1,
            length,
            new Step(node.Feature, nodes[node.Left].Cover / node.Cover, left ? 1 : 0, 0),
            share,
            row,
            values);
        Walk(
            nodes,
            node.Right,
            level + 1,
            length,
            new Step(node.Feature, nodes[node.Right].Cover / node.Cover, left ? 0 : 1, 0),
            share,
            row,
            values);
    }

    private static int IndexOf(ReadOnlySpan<Step> path, int feature)
    {
        for (int i = 1; i < path.Length; i++)
        {
            if (path[i].Feature == feature)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Puts a feature onto the path and shares out the weights of all subsets with and without it.</summary>
    private static void Extend(Span<Step> path, int length, Step step)
    {
        path[length] = step with { Weight = length == 0 ? 1 : 0 };
        for (int i = length - 1; i >= 0; i--)
        {
            path[i + 1].Weight += step.Known * path[i].Weight * (i + 1) / (length + 1);
            path[i].Weight *= step.Unknown * (length - i) / (length + 1);
        }
    }

    /// <summary>Takes a feature off the path: the reverse of <see cref="Extend"/>, wherever it stands.</summary>
    private static void Unwind(Span<Step> path, int length, int index)
    {
        int last = length - 1;
        (_, double unknown, double known, _) = path[index];
        double next = path[last].Weight;
        for (int i = last - 1; i >= 0; i--)
        {
            if (known != 0)
            {
                double weight = path[i].Weight;
                path[i].Weight = next * length / ((i + 1) * known);
                next = weight - (path[i].Weight * unknown * (last - i) / length);
            }
            else
            {
                path[i].Weight = path[i].Weight * length / (unknown * (last - i));
            }
        }

        for (int i = index; i < last; i++)
        {
            path[i] = path[i + 1] with { Weight = path[i].Weight };
        }
    }

    /// <summary>The sum of the weights that <see cref="Unwind"/> would leave.</summary>
    private static double UnwoundSum(ReadOnlySpan<Step> path, int index)
    {
        int last = path.Length - 1;
        (_, double unknown, double known, _) = path[index];
        double next = path[last].Weight;
        double total = 0;
        for (int i = last - 1; i >= 0; i--)
        {
            if (known != 0)
            {
                double weight = next * path.Length / ((i + 1) * known);
                total += weight;
                next = path[i].Weight - (weight * unknown * (last - i) / path.Length);
            }
            else
            {
                total += path[i].Weight * path.Length / (unknown * (last - i));
            }
        }

        return total;
    }

    /// <summary>A feature on the path.</summary>
    private record struct Step(int Feature, double Unknown, double Known, double Weight);
}
