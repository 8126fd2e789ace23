using CustomerDashboard.Core.Learning.Graphs;

namespace CustomerDashboard.Core.Baskets.Network;

/// <summary>Says what each community is: its strongest nodes, its links, how much it keeps to itself.</summary>
internal static class CommunityDescriber
{
    private const int Shown = 5;

    public static NetworkCommunity[] Describe(Graph graph, LouvainResult found, NetworkNode[] nodes)
    {
        int count = found.Sizes.Length;
        var inside = new double[nodes.Length];
        var weightInside = new double[count];
        var weight = new double[count];
        var links = new int[count];
        var members = new List<int>[count];
        for (int i = 0; i < count; i++)
        {
            members[i] = [];
        }

        for (int node = 0; node < nodes.Length; node++)
        {
            int own = found.Labels[node];
            members[own].Add(node);
            ReadOnlySpan<int> neighbours = graph.Neighbours(node);
            ReadOnlySpan<double> weights = graph.Weights(node);
            for (int i = 0; i < neighbours.Length; i++)
            {
                weight[own] += weights[i];
                if (found.Labels[neighbours[i]] == own)
                {
                    inside[node] += weights[i];
                    links[own]++;
                }
            }

            weightInside[own] += inside[node];
        }

        var communities = new NetworkCommunity[count];
        for (int i = 0; i < count; i++)
        {
            members[i].Sort((a, b) => inside[a] != inside[b] ? inside[b].CompareTo(inside[a]) : a.CompareTo(b));
            int[] top = [.. members[i][..Math.Min(Shown, members[i].Count)]];
            string name = top.Length == 1 ? nodes[top[0]].Name : $"{nodes[top[0]].Name} · {nodes[top[1]].Name}";
            communities[i] = new NetworkCommunity(i, name, found.Sizes[i], links[i] / 2, weight[i] > 0 ? weightInside[i] / weight[i] : 1, top);
        }

        return communities;
    }
}
