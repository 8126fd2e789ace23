using System.Collections.Concurrent;
using System.Runtime.Intrinsics;
using MathNet.Numerics.Integration;

namespace CustomerDashboard.Core.Learning.Explanation;

/// <summary>The points at which a polynomial has to be known for Gauss and Legendre's rule to integrate it from 0 to 1, filled up to whole registers.</summary>
internal sealed class ShapleyPoints
{
    private static readonly ConcurrentDictionary<int, ShapleyPoints> Known = new();

    private ShapleyPoints(int width)
    {
        var rule = new GaussLegendreRule(0, 1, width);
        Width = width;
        Places = new double[width];
        Others = new double[width];
        Weights = new double[width];
        Lost = new double[width];
        for (int i = 0; i < width; i++)
        {
            Places[i] = rule.GetAbscissa(i);
            Others[i] = 1 - Places[i];
            Weights[i] = rule.GetWeight(i);
            Lost[i] = -Weights[i] / Others[i];
        }
    }

    /// <summary>How many points there are: a multiple of the doubles in a register.</summary>
    public int Width { get; }

    /// <summary>t.</summary>
    public double[] Places { get; }

    /// <summary>1 - t.</summary>
    public double[] Others { get; }

    public double[] Weights { get; }

    /// <summary>What a feature whose question the row fails is credited with at each point, for each unit of the leaves below.</summary>
    public double[] Lost { get; }

    /// <summary>Points enough for paths of so many different features: the products have one degree less.</summary>
    public static ShapleyPoints For(int features)
    {
        int points = Math.Max(1, (features + 1) / 2);
        int width = (points + Vector256<double>.Count - 1) / Vector256<double>.Count * Vector256<double>.Count;
        return Known.GetOrAdd(width, w => new ShapleyPoints(w));
    }
}
