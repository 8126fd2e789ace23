using CustomerDashboard.Core.Learning.Preprocessing;
using CustomerDashboard.Core.Numerics;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>
/// Notices components that are narrow in some direction: of less than a thousandth of the variance of the points, or of their middle
/// half where that is less, lest a few extreme points make all others look narrow; or no wider than the regularisation makes them. Such
/// components sit on tied values, where the likelihood has no limit.
/// </summary>
internal sealed class MixtureCollapse
{
    private const double Narrow = 1e-3;
    private const double Negligible = 1e-9;
    private const double Involved = 0.2;

    /// <summary>A narrow component whose points have no more different values than this in a column counts as tied.</summary>
    private const int FewValues = 5;

    /// <summary>A regularisation that was not enough is raised at least so much.</summary>
    private const double AtLeastTimes = 4;

    /// <summary>The interquartile range of a normal distribution of variance 1.</summary>
    private const double NormalRange = 1.3489795003921634;

    private readonly double[] _variances;

    public MixtureCollapse(Matrix points)
    {
        _variances = ColumnMoments.PopulationVariances(points, ColumnMoments.Means(points));
        ScalerModel ranges = RobustScaler.Fit(points);
        for (int column = 0; column < _variances.Length; column++)
        {
            if (!ranges.ConstantColumns.Contains(column))
            {
                double deviation = ranges.Scales[column] / NormalRange;
                _variances[column] = Math.Min(_variances[column], deviation * deviation);
            }
        }
    }

    /// <summary>Whether a component is suspiciously narrow in some direction.</summary>
    public bool IsNarrow(MixtureParameters parameters, double regularisation)
    {
        for (int component = 0; component < parameters.Shape.Components; component++)
        {
            Direction direction = Narrowest(parameters, component);
            if (direction.Variance < Narrow || IsFlat(direction, regularisation))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The components whose width is that of the regularisation, or that are narrow because their points are tied, and why.</summary>
    public IReadOnlyList<CollapsedComponent> Find(MixtureParameters parameters, double regularisation, Matrix points, int[] labels)
    {
        var found = new List<CollapsedComponent>();
        for (int component = 0; component < parameters.Shape.Components; component++)
        {
            Direction direction = Narrowest(parameters, component);
            bool isFlat = IsFlat(direction, regularisation);
            if (!isFlat && direction.Variance >= Narrow)
            {
                continue;
            }

            CollapsedComponent collapsed = Explain(component, direction.Columns, parameters.Shape, points, labels);
            if (collapsed.SuggestedRegularisation > 0)
            {
                collapsed = collapsed with { SuggestedRegularisation = Math.Max(collapsed.SuggestedRegularisation, AtLeastTimes * regularisation) };
            }

            if (isFlat || collapsed.DistinctValues <= FewValues)
            {
                found.Add(collapsed);
            }
        }

        return found;
    }

    /// <summary>Whether at least half of the width is regularisation.</summary>
    private bool IsFlat(Direction direction, double regularisation)
    {
        double added = 0;
        for (int i = 0; i < direction.Columns.Length; i++)
        {
            added += direction.Weights[i] * direction.Weights[i] * regularisation / _variances[direction.Columns[i]];
        }

        return !(direction.Variance - added > Math.Max(added, Negligible));
    }

    /// <summary>The direction in which a component is narrowest.</summary>
    private Direction Narrowest(MixtureParameters parameters, int component)
    {
        double[] covariance = parameters.Covariances[component];
        int dimensions = parameters.Shape.Dimensions;
        int constant = Array.IndexOf(_variances, 0);
        if (constant >= 0)
        {
            return new Direction(0, [constant], [1]);
        }

        if (parameters.Shape.IsAxisParallel)
        {
            int narrowest = 0;
            for (int i = 1; i < dimensions; i++)
            {
                narrowest = covariance[i] / _variances[i] < covariance[narrowest] / _variances[narrowest] ? i : narrowest;
            }

            return new Direction(covariance[narrowest] / _variances[narrowest], [narrowest], [1]);
        }

        Matrix<double> scaled = Matrix<double>.Build.Dense(
            dimensions, dimensions, (i, j) => covariance[(i * dimensions) + j] / Math.Sqrt(_variances[i] * _variances[j]));
        Evd<double> spectrum = scaled.Evd(Symmetricity.Symmetric);
        int least = 0;
        for (int i = 1; i < dimensions; i++)
        {
            least = spectrum.EigenValues[i].Real < spectrum.EigenValues[least].Real ? i : least;
        }

        Vector<double> direction = spectrum.EigenVectors.Column(least);
        int[] columns = [.. Enumerable.Range(0, dimensions).Where(i => Math.Abs(direction[i]) >= Involved)];
        Array.Sort(columns, (a, b) => Math.Abs(direction[b]).CompareTo(Math.Abs(direction[a])));
        return new Direction(spectrum.EigenValues[least].Real, columns, Array.ConvertAll(columns, column => direction[column]));
    }

    private CollapsedComponent Explain(int component, int[] columns, MixtureShape shape, Matrix points, int[] labels)
    {
        var members = new List<int>();
        for (int point = 0; point < labels.Length; point++)
        {
            if (labels[point] == component)
            {
                members.Add(point);
            }
        }

        Matrix own = points.SelectRows(members.ToArray());
        int enough = 2 * (shape.Covariance == CovarianceKind.Full ? shape.Dimensions + 1 : 2);
        int distinct = new RowIndex(own).CountDistinct();
        int fewest = columns.MinBy(column => CountValues(own, column));
        int values = CountValues(own, fewest);
        CollapseCause cause = distinct < enough ? CollapseCause.TooFewPoints
            : values <= FewValues || columns.Length == 1 ? CollapseCause.TiedColumn
            : CollapseCause.DependentColumns;
        return new CollapsedComponent(
            component,
            own.Rows,
            distinct,
            cause == CollapseCause.TiedColumn ? [fewest] : columns,
            values,
            cause,
            cause == CollapseCause.TiedColumn ? SquaredHalfGap(points, own, fewest) : columns.Max(column => _variances[column]) / 100);
    }

    /// <summary>The variance that would bridge the gap between the tied values and the nearest other value of the column.</summary>
    private static double SquaredHalfGap(Matrix points, Matrix own, int column)
    {
        double[] values = own.Column(column);
        Array.Sort(values);
        double gap = double.PositiveInfinity;
        foreach (double other in points.Column(column))
        {
            double distance = values.Length == 0 ? 0 : Math.Max(values[0] - other, other - values[^1]);
            gap = distance > 0 && distance < gap ? distance : gap;
        }

        return double.IsInfinity(gap) ? 0 : gap * gap / 4;
    }

    /// <summary>A direction by the columns it runs along, the foremost first.</summary>
    /// <param name="Variance">A component's variance in it, as a share of that of the points.</param>
    /// <param name="Columns">The columns.</param>
    /// <param name="Weights">How much it runs along each.</param>
    private sealed record Direction(double Variance, int[] Columns, double[] Weights);

    private static int CountValues(Matrix points, int column) => new HashSet<double>(points.Column(column)).Count;
}
