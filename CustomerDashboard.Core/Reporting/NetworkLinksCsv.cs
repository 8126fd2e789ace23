using CustomerDashboard.Core.Baskets.Network;

namespace CustomerDashboard.Core.Reporting;

/// <summary>The links of a network, one row each, the strongest first.</summary>
public static class NetworkLinksCsv
{
    /// <summary>Writes the rows.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="network">The network.</param>
    /// <param name="choose">Which links are written; null for all.</param>
    public static void Write(TextWriter output, LinkNetwork network, Func<NetworkLink, bool>? choose = null)
    {
        ArgumentNullException.ThrowIfNull(network);
        var csv = new CsvTable(output);
        csv.Row("Code", "Name", "OtherCode", "OtherName", "Together", "Lift", "Overlap", "PValueCorrected");
        foreach (NetworkLink link in network.Links.OrderByDescending(link => link.Together).ThenByDescending(link => link.Lift).ThenBy(link => link.From).ThenBy(link => link.To))
        {
            if (choose is null || choose(link))
            {
                NetworkNode from = network.Nodes[link.From];
                NetworkNode to = network.Nodes[link.To];
                csv.Text(from.Code).Text(from.Name).Text(to.Code).Text(to.Name).Whole(link.Together);
                csv.Number(link.Lift).Number(link.Overlap).Number(link.PValue).EndRow();
            }
        }
    }
}
