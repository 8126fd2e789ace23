using CustomerDashboard.Charts;
using CustomerDashboard.Components.Controls;
using CustomerDashboard.Core.Analysis;
using CustomerDashboard.Core.Baskets.Network;
using Microsoft.AspNetCore.Components;

namespace CustomerDashboard.Components.Pages.Links;

/// <summary>The network of products bought together, or of customers who buy the same: who is linked with whom, and what holds it together.</summary>
public partial class LinksPage
{
    private static readonly IReadOnlyList<OptionChoice<string>> measures = [.. NodeMeasure.All.Select(measure => new OptionChoice<string>(measure.Id, $"{measure.Name} ({measure.Term})"))];

    private (LinkNetwork Network, string Measure, int Chosen)? drawn;
    private PlotlyFigure? figure;

    /// <summary>"customers" for the network of customers.</summary>
    [SupplyParameterFromQuery(Name = "view")]
    public string? View { get; set; }

    /// <summary>The code of the product, or the id of the customer, whose neighbourhood is lit up.</summary>
    [SupplyParameterFromQuery(Name = "node")]
    public string? Node { get; set; }

    /// <summary>What the size of the dots stands for.</summary>
    [SupplyParameterFromQuery(Name = "size")]
    public string? Size { get; set; }

    private bool IsCustomers => View == "customers";

    private string Things => IsCustomers ? "customers" : "products";

    private NodeMeasure Measure => NodeMeasure.Of(Size);

    private LinkNetwork? Network => IsCustomers ? Result?.CustomerNetwork?.Network : Result?.ProductNetwork?.Network;

    private IReadOnlyList<string> Notes => (IsCustomers ? Result?.CustomerNetwork?.Notes : Result?.ProductNetwork?.Notes) ?? [];

    private int ChosenNode => Node is { Length: > 0 } code && Network is { } network ? network.Find(code) : -1;

    /// <summary>Whether other settings could give a network at all.</summary>
    private bool CanChange => IsCustomers ? Result?.CustomerNetwork is not null : Result?.ProductNetwork is { Counts.Highest: > 0 };

    protected internal override IReadOnlyList<AnalysisStage> Shows => IsCustomers
        ? [AnalysisStage.CustomerNetwork, AnalysisStage.ProductNetwork]
        : [AnalysisStage.ProductNetwork, AnalysisStage.CustomerNetwork];

    private PlotlyFigure? Figure
    {
        get
        {
            // The same instance for the same view: the chart draws itself again only for another one.
            if (Network is { } network && drawn != (network, Measure.Id, ChosenNode))
            {
                drawn = (network, Measure.Id, ChosenNode);
                figure = NetworkFigure.Create(network, Measure, Things, ChosenNode);
            }

            return figure;
        }
    }

    private RenderFragment Settings => IsCustomers
        ? builder => Open<CustomerLinkSettings>(builder, Result!.CustomerNetwork)
        : builder => Open<ProductLinkSettings>(builder, Result!.ProductNetwork);

    private RenderFragment MoreSettings => IsCustomers
        ? builder => Open<MoreCustomerLinkSettings>(builder, Result!.CustomerNetwork)
        : builder => Open<MoreProductLinkSettings>(builder, Result!.ProductNetwork);

    private void Open<T>(Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder builder, object? result)
        where T : IComponent
    {
        builder.OpenComponent<T>(0);
        builder.AddComponentParameter(1, "Result", result);
        builder.AddComponentParameter(2, "Change", (Func<Func<AnalysisOptions, AnalysisOptions>, Task>)ChangeAsync);
        builder.CloseComponent();
    }

    private string Export(string what) => $"api/workspaces/{Session.Current!.Id}/{(IsCustomers ? "customer" : "product")}_{what}.csv";

    private string ChartSentence(LinkNetwork network)
    {
        if (ChosenNode >= 0)
        {
            return NetworkWords.Node(network, ChosenNode, Things);
        }

        if (IsCustomers)
        {
            var customers = Result!.CustomerNetwork!;
            string sample = customers.IsSample ? $"A sample of {Numbers.Count(customers.Sampled)} of {Numbers.Count(customers.Customers)} customers. " : "";
            return $"{sample}Two are linked when {Numbers.Percent(customers.MinimumOverlap)} or more of the products either has bought were bought by both. Drag to move, press a dot for its neighbourhood.";
        }

        return $"Two products are linked when {Numbers.Counted(Result!.ProductNetwork!.MinimumBaskets, "basket")} or more hold both. Drag to move, press a dot for its neighbourhood.";
    }

    private void Choose(int node)
    {
        Node = node >= 0 && Network is { } network && node < network.Nodes.Count ? network.Nodes[node].Code : null;
        SetQuery(("node", Node));
    }

    private void ShowMeasure(string? id)
    {
        Size = id == NodeMeasure.All[0].Id ? null : id;
        SetQuery(("size", Size));
    }

    private void ShowCustomers(bool customers)
    {
        (View, Node) = (customers ? "customers" : null, null);
        SetQuery(("view", View), ("node", null));
    }
}
