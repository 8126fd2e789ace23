using BenchmarkDotNet.Attributes;
using CustomerDashboard.Core.Baskets;
using CustomerDashboard.Core.Baskets.Network;
using CustomerDashboard.Core.Cleaning;
using CustomerDashboard.Core.Learning.Graphs;

namespace CustomerDashboard.Benchmarks;

/// <summary>
/// The product network. On Online Retail, 18,532 baskets, 996 products and 7,935 links, the peers take 0.27 s to count pairs (pandas),
/// 1.83 s (networkx) or 0.048 s (igraph) for betweenness; aim under 0.1 s for betweenness and under 0.5 s for the whole stage on
/// Online Retail II, with communities, all centralities and the drawing.
/// </summary>
[MemoryDiagnoser]
public class ProductNetworkBenchmarks
{
    private CleanedTransactions _first = null!;
    private CleanedTransactions _second = null!;
    private BasketTable _baskets = null!;
    private Graph _graph = null!;

    [GlobalSetup]
    public void Read()
    {
        _first = CleaningPipeline.Run(RetailTable.Read("online_retail.csv.gz")).Cleaned;
        _second = CleaningPipeline.Run(RetailTable.Second()).Cleaned;
        _baskets = BasketTable.Of(_first);
        _graph = ProductNetworkAnalysis.Run(_first, new ProductNetworkOptions()).Network!.Graph;
    }

    [Benchmark]
    public LinkCounts PairsOfTheFirst() => new PairCounter(_baskets).Count(50, int.MaxValue, out _, null, CancellationToken.None);

    [Benchmark]
    public BetweennessResult BetweennessOfTheFirst() => Betweenness.Compute(_graph);

    [Benchmark]
    public LouvainResult CommunitiesOfTheFirst() => Louvain.Fit(_graph);

    [Benchmark]
    public ProductNetworkResult WholeStageOfTheFirst() => ProductNetworkAnalysis.Run(_first, new ProductNetworkOptions());

    [Benchmark]
    public ProductNetworkResult WholeStageOfTheSecond() => ProductNetworkAnalysis.Run(_second, new ProductNetworkOptions());

    [Benchmark]
    public CustomerNetworkResult CustomersOfTheSecond() => CustomerNetworkAnalysis.Run(_second, new CustomerNetworkOptions());
}
