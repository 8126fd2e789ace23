using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Learning.Decomposition;
using CustomerDashboard.Core.Learning.Preprocessing;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Segmentation;

/// <summary>Draws the customers in two and three dimensions.</summary>
internal static class ProjectionBuilder
{
    /// <summary>The points as the grouping saw them.</summary>
    public static Projection OfPrepared(PreparedFeatures prepared, CancellationToken cancellationToken) =>
        Of(prepared.Points, prepared.FeatureIds, prepared.FeatureNames, cancellationToken);

    /// <summary>All features that vary, standardised as they are (no logarithm); null when none does.</summary>
    public static Projection? OfAll(CustomerFeatureTable table, MissingFeatureFill fill, CancellationToken cancellationToken)
    {
        PreparedFeatures prepared = FeaturePreparation.Prepare(
            table, [.. table.Definitions.Select(definition => definition.Id)], fill, logTransform: false, ScalingMethod.Standard);
        return prepared.FeatureIds.Count == 0 ? null : OfPrepared(prepared, cancellationToken);
    }

    private static Projection Of(
        Matrix points, IReadOnlyList<string> ids, IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        PcaModel model = Pca.Fit(points, new PcaOptions(), names, cancellationToken);
        Matrix coordinates = model.Transform(points);
        var planar = new float[2 * points.Rows];
        var spatial = new float[3 * points.Rows];
        int kept = Math.Min(3, coordinates.Columns);
        for (int row = 0; row < points.Rows; row++)
        {
            for (int axis = 0; axis < kept; axis++)
            {
                float value = (float)coordinates[row, axis];
                spatial[(3 * row) + axis] = value;
                if (axis < 2)
                {
                    planar[(2 * row) + axis] = value;
                }
            }
        }

        var loadings = new IReadOnlyList<double>[model.Components.Rows];
        for (int component = 0; component < loadings.Length; component++)
        {
            loadings[component] = model.Components.Row(component).ToArray();
        }

        return new Projection(ids, names, planar, spatial, model.ExplainedVarianceRatio, loadings);
    }
}
