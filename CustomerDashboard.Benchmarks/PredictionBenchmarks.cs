using BenchmarkDotNet.Attributes;
using CustomerDashboard.Core.Cleaning;
using CustomerDashboard.Core.DataImport;
using CustomerDashboard.Core.Learning.Classification;
using CustomerDashboard.Core.Learning.Preprocessing;
using CustomerDashboard.Core.Learning.Regression;
using CustomerDashboard.Core.Learning.Trees;
using CustomerDashboard.Core.Numerics;
using CustomerDashboard.Core.Prediction;

namespace CustomerDashboard.Benchmarks;

/// <summary>
/// Prediction on data set II: the logistic regression on 4,224 customers x 17 features, for which the peer (scikit-learn
/// 1.2.1, two cores) takes 15 ms, the tree of depth 5, and the whole stage from cleaned lines to scored customers.
/// </summary>
[MemoryDiagnoser]
public class PredictionBenchmarks
{
    private CleanedTransactions? _cleaned;
    private Matrix _points = new(0, 0);
    private Matrix _scaled = new(0, 0);
    private bool[] _labels = [];
    private double[] _spend = [];

    [GlobalSetup]
    public void ReadData()
    {
        string shared = FindShared();
        (_points, _labels, _spend) = PredictionSample.Customers();
        Matrix logs = LogTransform.Transform(_points);
        _scaled = StandardScaler.Fit(logs).Transform(logs);
        string file = Path.Combine(shared, "data", "online_retail_II.csv.gz");
        _cleaned = CleaningPipeline.Run(TransactionImporter.Import(file, Path.GetFileName(file)).Table).Cleaned;
    }

    [Benchmark]
    public LogisticRegressionModel FitLogisticRegression() => LogisticRegression.Fit(_scaled, _labels, null);

    [Benchmark]
    public DecisionTreeClassifierModel FitTreeOfDepthFive() =>
        DecisionTreeClassifier.Fit(_points, _labels, new DecisionTreeOptions { MaxDepth = 5 });

    [Benchmark]
    public DecisionTreeClassifierModel FitUnlimitedTree() => DecisionTreeClassifier.Fit(_points, _labels, null);

    [Benchmark]
    public LinearRegressionModel FitLinearRegression() => LinearRegression.Fit(_points, _spend, null);

    [Benchmark]
    public PredictionResult WholeStage() => PurchasePrediction.Run(_cleaned!);

    private static string FindShared()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string shared = Path.Combine(folder.FullName, "shared");
            if (File.Exists(Path.Combine(shared, "data", "online_retail_II.csv.gz")))
            {
                return shared;
            }
        }

        throw new FileNotFoundException("These benchmarks need shared/data/online_retail_II.csv.gz beside the checkout.");
    }
}
