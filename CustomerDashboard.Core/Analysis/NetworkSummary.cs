using System.Text.Json;
using CustomerDashboard.Core.Baskets.Network;

namespace CustomerDashboard.Core.Analysis;

/// <summary>The <c>productNetwork</c> and <c>customerNetwork</c> parts of the summary.</summary>
internal static class NetworkSummary
{
    private const int Listed = 10;

    public static void Write(Utf8JsonWriter json, AnalysisResult result)
    {
        json.WriteStartObject("productNetwork");
        json.Unavailable(result, AnalysisStage.ProductNetwork);
        if (result.ProductNetwork is { } products)
        {
            json.WriteNumber("baskets", products.Baskets);
            json.WriteNumber("minimumBaskets", products.MinimumBaskets);
            WriteNetwork(json, products.Network, "products");
            WriteNotes(json, products.Notes);
        }

        json.WriteEndObject();
        json.WriteStartObject("customerNetwork");
        json.Unavailable(result, AnalysisStage.CustomerNetwork);
        if (result.CustomerNetwork is { } customers)
        {
            json.WriteNumber("customers", customers.Customers);
            json.WriteNumber("sampled", customers.Sampled);
            json.WriteNumber("minimumShared", customers.Options.MinimumShared);
            json.WriteNumber("minimumOverlap", customers.MinimumOverlap);
            WriteNetwork(json, customers.Network, "customers");
            WriteNotes(json, customers.Notes);
        }

        json.WriteEndObject();
    }

    private static void WriteNotes(Utf8JsonWriter json, IReadOnlyList<string> notes)
    {
        json.WriteStartArray("notes");
        foreach (string note in notes)
        {
            json.WriteStringValue(note);
        }

        json.WriteEndArray();
    }

    private static void WriteNetwork(Utf8JsonWriter json, LinkNetwork? network, string things)
    {
        if (network is null)
        {
            return;
        }

        json.WriteNumber("nodes", network.Nodes.Count);
        json.WriteNumber("edges", network.Links.Count);
        json.WriteNumber("density", network.Density);
        json.WriteNumber("components", network.ComponentSizes.Count);
        json.WriteNumber("largestComponent", network.ComponentSizes[0]);
        json.WriteNumber("averageClustering", network.AverageClustering);
        json.WriteNumber("transitivity", network.Transitivity);
        json.WriteNumber("modularity", network.Modularity);
        json.WriteBoolean("betweennessIsExact", network.BetweennessIsExact);
        WriteTop(json, "degree", network, node => node.DegreeCentrality);
        WriteTop(json, "betweenness", network, node => node.Betweenness);
        WriteTop(json, "eigenvector", network, node => node.Eigenvector);
        WriteTop(json, "pageRank", network, node => node.PageRank);
        json.WriteStartArray("communities");
        foreach (NetworkCommunity community in network.Communities)
        {
            if (community.Size < 3)
            {
                continue;
            }

            json.WriteStartObject();
            json.WriteNumber("community", community.Index + 1);
            json.WriteString("name", community.Name);
            json.WriteNumber("size", community.Size);
            json.WriteNumber("edges", community.Links);
            json.WriteNumber("insideShare", community.InsideShare);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("hubs");
        foreach (int hub in network.Hubs)
        {
            json.WriteStringValue(network.Nodes[hub].Code);
        }

        json.WriteEndArray();
        json.WriteStartArray("bridges");
        foreach (int bridge in network.Bridges?.Nodes ?? [])
        {
            json.WriteStringValue(network.Nodes[bridge].Code);
        }

        json.WriteEndArray();
        json.WriteStartArray("inWords");
        json.WriteStringValue(NetworkWords.Answer(network, things));
        json.WriteStringValue(NetworkWords.Hubs(network, things));
        if (NetworkWords.Bridges(network, things) is { } bridges)
        {
            json.WriteStringValue(bridges);
        }

        json.WriteEndArray();
    }

    private static void WriteTop(Utf8JsonWriter json, string name, LinkNetwork network, Func<NetworkNode, double> measure)
    {
        json.WriteStartArray(name);
        foreach (NetworkNode node in network.Nodes.OrderByDescending(measure).ThenBy(node => node.Code, StringComparer.Ordinal).Take(Listed))
        {
            json.WriteStartObject();
            json.WriteString("code", node.Code);
            json.WriteString("name", node.Name);
            json.WriteNumber("value", measure(node));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
