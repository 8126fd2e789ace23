using BenchmarkDotNet.Attributes;
using CustomerDashboard.Core.Learning.Classification;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Benchmarks;

/// <summary>
/// Models that go on to a million rows of 8 features. Aims: logistic regression under 1 s, linear support vectors with probabilities under 5 s.
/// </summary>
[MemoryDiagnoser]
public class LargeModelBenchmarks
{
    private const int Rows = 1_000_000;
    private const int Columns = 8;

    private readonly Matrix _points = new(Rows, Columns);
    private readonly bool[] _labels = new bool[Rows];

    [GlobalSetup]
    public void Draw()
    {
        var random = new RandomSource(1);
        for (int row = 0; row < Rows; row++)
        {
            double sum = 4 * random.NextGaussian();
            for (int column = 0; column < Columns; column++)
            {
                _points[row, column] = random.NextGaussian();
                sum += (column - 3) * _points[row, column];
            }

            _labels[row] = sum > 0;
        }
    }

    [Benchmark]
    public LogisticRegressionModel FitLogisticRegression() => LogisticRegression.Fit(_points, _labels, null);

    [Benchmark]
    public SupportVectorModel FitLinearSupportVectors() =>
        SupportVectorClassifier.Fit(_points, _labels, new SupportVectorOptions { Kernel = SupportVectorKernel.Linear });
}
