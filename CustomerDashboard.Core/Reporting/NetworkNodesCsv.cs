using CustomerDashboard.Core.Baskets.Network;

namespace CustomerDashboard.Core.Reporting;

/// <summary>The nodes of a network with every measure, one row each, those with most links first.</summary>
public static class NetworkNodesCsv
{
    /// <summary>Writes the rows.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="network">The network; null writes the header only.</param>
    public static void Write(TextWriter output, LinkNetwork? network)
    {
        var csv = new CsvTable(output);
        csv.Row(
            "Code", "Name", "Occurrences", "Links", "Degree", "Strength", "Betweenness", "Eigenvector", "PageRank", "Clustering",
            "Component", "Community", "CommunityName");
        foreach (NetworkNode node in (network?.Nodes ?? []).OrderByDescending(node => node.Degree).ThenByDescending(node => node.Strength).ThenBy(node => node.Code, StringComparer.Ordinal))
        {
            csv.Text(node.Code).Text(node.Name).Whole(node.Occurrences).Whole(node.Degree).Number(node.DegreeCentrality).Number(node.Strength);
            csv.Number(node.Betweenness).Number(node.Eigenvector).Number(node.PageRank).Number(node.Clustering);
            csv.Whole(node.Component + 1).Whole(node.Community + 1).Text(network!.Communities[node.Community].Name).EndRow();
        }
    }
}
