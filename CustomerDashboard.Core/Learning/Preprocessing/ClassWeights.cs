using System.Globalization;

namespace CustomerDashboard.Core.Learning.Preprocessing;

/// <summary>
/// How much a row counts by its class, so that a rare class is not drowned. The weights are worked out on the rows a model
/// learns from, and never see others. A model's probabilities then speak of a world in which the classes are as frequent as their
/// weights make them: calibrate them before reading them as shares.
/// </summary>
public sealed record ClassWeights
{
    private readonly double[]? _given;
    private readonly bool _balanced;

    private ClassWeights(bool balanced, double[]? given)
    {
        _balanced = balanced;
        _given = given;
    }

    /// <summary>Every row counts once.</summary>
    public static ClassWeights None { get; } = new(false, null);

    /// <summary>Every class counts the same in total: a row of class k weighs n / (classes x rows of class k).</summary>
    public static ClassWeights Balanced { get; } = new(true, null);

    /// <summary>Whether every row counts once.</summary>
    public bool AreEqual => !_balanced && _given is null;

    /// <summary>Whether the weights follow from how frequent the classes are.</summary>
    public bool AreBalanced => _balanced;

    /// <summary>The given weights, one per class; empty for the other kinds.</summary>
    public IReadOnlyList<double> Given => _given ?? [];

    /// <summary>Given weights: that of no, then that of yes; or one per class.</summary>
    /// <exception cref="ArgumentException">Fewer than two weights, or one that is not a positive finite number.</exception>
    public static ClassWeights Of(params ReadOnlySpan<double> weights)
    {
        if (weights.Length < 2)
        {
            throw new ArgumentException("Give one weight for each of at least two classes.", nameof(weights));
        }

        foreach (double weight in weights)
        {
            if (!(weight > 0) || double.IsInfinity(weight))
            {
                throw new ArgumentException(
                    string.Create(CultureInfo.InvariantCulture, $"A class cannot weigh {weight}: weights must be positive numbers."), nameof(weights));
            }
        }

        return new ClassWeights(false, weights.ToArray());
    }

    /// <summary>The weight of each class among some rows; 1 for a class without rows when balanced.</summary>
    /// <param name="labels">The class of each row.</param>
    /// <param name="classCount">How many classes there are.</param>
    /// <exception cref="ArgumentException">There are not as many given weights as classes.</exception>
    public double[] ForClasses(ReadOnlySpan<int> labels, int classCount)
    {
        if (_given is not null && _given.Length != classCount)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"There are {_given.Length} class weights but {classCount} classes."), nameof(classCount));
        }

        if (_given is not null)
        {
            return [.. _given];
        }

        var weights = new double[classCount];
        Array.Fill(weights, 1);
        if (_balanced)
        {
            for (int kind = 0; kind < classCount; kind++)
            {
                int rows = labels.Count(kind);
                weights[kind] = rows == 0 ? 1 : (double)labels.Length / ((double)classCount * rows);
            }
        }

        return weights;
    }

    /// <summary>The weight of each row of a yes/no question, or null where every row counts once.</summary>
    /// <exception cref="ArgumentException">The given weights are not two.</exception>
    public double[]? ForRows(ReadOnlySpan<bool> labels)
    {
        if (AreEqual)
        {
            return null;
        }

        var classes = new int[labels.Length];
        for (int row = 0; row < classes.Length; row++)
        {
            classes[row] = labels[row] ? 1 : 0;
        }

        return ForRows(classes, 2);
    }

    /// <summary>The weight of each row, or null where every row counts once.</summary>
    /// <exception cref="ArgumentException">There are not as many given weights as classes.</exception>
    public double[]? ForRows(ReadOnlySpan<int> labels, int classCount)
    {
        if (AreEqual)
        {
            return null;
        }

        double[] weights = ForClasses(labels, classCount);
        var result = new double[labels.Length];
        for (int row = 0; row < result.Length; row++)
        {
            result[row] = weights[labels[row]];
        }

        return result;
    }

    /// <summary>Two are equal when they weigh every class alike.</summary>
    public bool Equals(ClassWeights? other) =>
        other is not null && _balanced == other._balanced && Given.SequenceEqual(other.Given);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(_balanced, _given is null ? 0 : _given.Length, _given?[0]);
}
