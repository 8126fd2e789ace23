using System.Numerics.Tensors;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Classification;

/// <summary>
/// The log losses of several classes plus half a penalty times the squared coefficients, over the classes that have rows. The weights of a
/// class stand together, its intercept last. Blocks of fixed size are shared between threads, so that sums do not depend on them.
/// </summary>
internal sealed class MultinomialObjective
{
    private const int RowsPerBlock = 4096;

    private readonly Matrix _points;
    private readonly int[] _labels;
    private readonly int[] _classes;
    private readonly int _classCount;
    private readonly double[]? _rowWeights;
    private readonly double _penalty;
    private readonly int _width;
    private readonly double[][] _gradients;
    private readonly double[] _losses;

    public MultinomialObjective(Matrix points, ReadOnlySpan<int> labels, int classCount, double[]? rowWeights, double penalty)
    {
        _points = points;
        _classCount = classCount;
        var occurring = new List<int>();
        var places = new int[classCount];
        for (int kind = 0; kind < classCount; kind++)
        {
            if (labels.Contains(kind))
            {
                places[kind] = occurring.Count;
                occurring.Add(kind);
            }
        }

        _classes = [.. occurring];
        _labels = new int[labels.Length];
        for (int row = 0; row < _labels.Length; row++)
        {
            _labels[row] = places[labels[row]];
        }

        _rowWeights = rowWeights;
        _penalty = penalty;
        _width = points.Columns + 1;
        int blocks = (points.Rows + RowsPerBlock - 1) / RowsPerBlock;
        _losses = new double[blocks];
        _gradients = new double[blocks][];
        for (int block = 0; block < blocks; block++)
        {
            _gradients[block] = new double[_classes.Length * _width];
        }
    }

    /// <summary>Coefficients 0 and intercepts that give every class its share.</summary>
    public double[] Start()
    {
        var start = new double[_classes.Length * _width];
        for (int place = 0; place < _classes.Length; place++)
        {
            start[((place + 1) * _width) - 1] = Math.Log((double)_labels.AsSpan().Count(place) / _labels.Length);
        }

        return start;
    }

    public double Evaluate(ReadOnlySpan<double> weights, Span<double> gradient)
    {
        double[] current = weights.ToArray();
        ParallelWork.Run(_losses.Length, null, block => AddBlock(current, block), CancellationToken.None);
        gradient.Clear();
        double loss = 0;
        for (int block = 0; block < _losses.Length; block++)
        {
            loss += _losses[block];
            TensorPrimitives.Add(gradient, _gradients[block], gradient);
        }

        for (int i = 0; i < gradient.Length; i++)
        {
            if ((i + 1) % _width != 0)
            {
                loss += _penalty * weights[i] * weights[i] / 2;
                gradient[i] += _penalty * weights[i];
            }
        }

        return loss;
    }

    /// <summary>Intercepts and coefficients of all classes; those without rows have intercept minus infinity.</summary>
    public (double[] Intercepts, Matrix Coefficients) Unpack(ReadOnlySpan<double> weights)
    {
        var intercepts = new double[_classCount];
        Array.Fill(intercepts, double.NegativeInfinity);
        var coefficients = new Matrix(_classCount, _width - 1);
        for (int place = 0; place < _classes.Length; place++)
        {
            ReadOnlySpan<double> own = weights.Slice(place * _width, _width);
            own[..^1].CopyTo(coefficients.Row(_classes[place]));
            intercepts[_classes[place]] = own[^1];
        }

        return (intercepts, coefficients);
    }

    /// <summary>Turns log-odds into probabilities in place and returns the log of the sum of their exponentials.</summary>
    public static double Normalise(Span<double> logOdds)
    {
        double largest = double.NegativeInfinity;
        foreach (double value in logOdds)
        {
            largest = Math.Max(largest, value);
        }

        double sum = 0;
        for (int i = 0; i < logOdds.Length; i++)
        {
            logOdds[i] = Math.Exp(logOdds[i] - largest);
            sum += logOdds[i];
        }

        for (int i = 0; i < logOdds.Length; i++)
        {
            logOdds[i] /= sum;
        }

        return largest + Math.Log(sum);
    }

    private void AddBlock(double[] weights, int block)
    {
        double[] gradient = _gradients[block];
        Array.Clear(gradient);
        Span<double> odds = new double[_classes.Length];
        double loss = 0;
        int end = Math.Min(_labels.Length, (block + 1) * RowsPerBlock);
        for (int row = block * RowsPerBlock; row < end; row++)
        {
            ReadOnlySpan<double> values = _points.Row(row);
            for (int place = 0; place < odds.Length; place++)
            {
                ReadOnlySpan<double> own = weights.AsSpan(place * _width, _width);
                odds[place] = own[^1] + VectorSums.Dot(values, own);
            }

            double importance = _rowWeights is null ? 1 : _rowWeights[row];
            double actual = odds[_labels[row]];
            loss += importance * (Normalise(odds) - actual);
            for (int place = 0; place < odds.Length; place++)
            {
                double slope = importance * (odds[place] - (place == _labels[row] ? 1 : 0));
                Span<double> own = gradient.AsSpan(place * _width, _width);
                TensorPrimitives.MultiplyAdd(values, slope, own[..^1], own[..^1]);
                own[^1] += slope;
            }
        }

        _losses[block] = loss;
    }
}
