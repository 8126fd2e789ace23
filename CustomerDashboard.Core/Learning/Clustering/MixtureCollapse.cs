using CustomerDashboard.Core.Numerics;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>
/// Notices components that have no spread of their own in some direction: there the variance is at least half regularisation, and with
/// it still below a thousandth of the variance of all points.
/// </summary>
internal sealed class MixtureCollapse(double[] variances, double regularisation)
{
    private const double Narrow = 1e-3;
    private const double Negligible = 1e-9;
    private const double Involved = 0.2;

    /// <summary>How many components have collapsed.</summary>
    public int Count(MixtureParameters parameters)
    {
        int count = 0;
        for (int component = 0; component < parameters.Shape.Components; component++)
        {
            count += FlatColumns(parameters, component).Length > 0 ? 1 : 0;
        }

        return count;
    }

    /// <summary>The components that have collapsed, and why.</summary>
    public IReadOnlyList<CollapsedComponent> Find(MixtureParameters parameters, Matrix points, int[] labels)
    {
        var found = new List<CollapsedComponent>();
        for (int component = 0; component < parameters.Shape.Components; component++)
        {
            int[] columns = FlatColumns(parameters, component);
            if (columns.Length > 0)
            {
                found.Add(Explain(component, columns, parameters.Shape, points, labels));
            }
        }

        return found;
    }

    /// <summary>The columns of the narrowest direction, the most involved first; none when the component has spread in all directions.</summary>
    private int[] FlatColumns(MixtureParameters parameters, int component)
    {
        double[] covariance = parameters.Covariances[component];
        int dimensions = parameters.Shape.Dimensions;
        int constant = Array.IndexOf(variances, 0);
        if (constant >= 0)
        {
            return [constant];
        }

        if (parameters.Shape.IsAxisParallel)
        {
            int flattest = 0;
            for (int i = 1; i < dimensions; i++)
            {
                flattest = covariance[i] * variances[flattest] < covariance[flattest] * variances[i] ? i : flattest;
            }

            return IsFlat(covariance[flattest] / variances[flattest], regularisation / variances[flattest]) ? [flattest] : [];
        }

        Matrix<double> scaled = Matrix<double>.Build.Dense(
            dimensions, dimensions, (i, j) => covariance[(i * dimensions) + j] / Math.Sqrt(variances[i] * variances[j]));
        Evd<double> spectrum = scaled.Evd(Symmetricity.Symmetric);
        int least = 0;
        for (int i = 1; i < dimensions; i++)
        {
            least = spectrum.EigenValues[i].Real < spectrum.EigenValues[least].Real ? i : least;
        }

        Vector<double> direction = spectrum.EigenVectors.Column(least);
        double added = 0;
        var columns = new List<int>();
        for (int i = 0; i < dimensions; i++)
        {
            added += direction[i] * direction[i] * regularisation / variances[i];
            if (Math.Abs(direction[i]) >= Involved)
            {
                columns.Add(i);
            }
        }

        columns.Sort((a, b) => Math.Abs(direction[b]).CompareTo(Math.Abs(direction[a])));
        return IsFlat(spectrum.EigenValues[least].Real, added) ? [.. columns] : [];
    }

    private static bool IsFlat(double variance, double regularisation) =>
        variance < Narrow && variance - regularisation <= Math.Max(regularisation, Negligible);

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
        int enough = shape.Covariance == CovarianceKind.Full ? shape.Dimensions + 1 : 2;
        int distinct = new RowIndex(own).CountDistinct();
        int[] tied = [.. columns.Where(column => new HashSet<double>(own.Column(column)).Count <= 1)];
        CollapseCause cause = distinct < enough ? CollapseCause.TooFewPoints
            : tied.Length > 0 || columns.Length == 1 ? CollapseCause.TiedColumn
            : CollapseCause.DependentColumns;
        int[] named = cause == CollapseCause.TiedColumn && tied.Length > 0 ? tied[..1] : columns;
        double suggestion = columns.Max(column => variances[column]) / 100;
        return new CollapsedComponent(
            component,
            own.Rows,
            distinct,
            named,
            new HashSet<double>(own.Column(named[0])).Count,
            cause,
            suggestion);
    }
}
