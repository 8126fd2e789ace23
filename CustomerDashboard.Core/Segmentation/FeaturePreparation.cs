using System.Globalization;
using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Learning.Preprocessing;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Segmentation;

/// <summary>Turns chosen features into points: fills gaps, leaves out what is the same for everyone, takes logarithms, scales.</summary>
internal static class FeaturePreparation
{
    /// <summary>Prepares the chosen features; the result has no column when none of them varies.</summary>
    /// <exception cref="ArgumentException">A feature does not exist.</exception>
    public static PreparedFeatures Prepare(
        CustomerFeatureTable table, IReadOnlyList<string> features, MissingFeatureFill fill, bool logTransform, ScalingMethod scaling)
    {
        var ids = new List<string>();
        var names = new List<string>();
        var columns = new List<double[]>();
        var imputations = new List<Imputation>();
        var leftOut = new List<LeftOutFeature>();
        var standIns = new List<double>();
        foreach (string id in features)
        {
            int index = table.IndexOf(id);
            FeatureDefinition definition = table.Definitions[index];
            double[] column = [.. table.Columns[index]];
            if (Fill(column, definition, fill) is { } imputation)
            {
                imputations.Add(imputation);
            }

            if (WhyUseless(column, table.Columns[index], definition) is { } reason)
            {
                leftOut.Add(new LeftOutFeature(id, reason));
                continue;
            }

            ids.Add(id);
            names.Add(definition.Name);
            columns.Add(column);
            standIns.Add(fill == MissingFeatureFill.Zero ? 0 : MedianOfFinite(table.Columns[index]));
        }

        Matrix points = columns.Count == 0 ? new Matrix(table.RowCount, 0) : Matrix.FromColumns(columns);
        IScalerModel? scaler = null;
        int[] complete = fill == MissingFeatureFill.LeaveOut ? CompleteRows(table, ids) : [];
        if (columns.Count > 0)
        {
            points = logTransform ? LogTransform.Transform(points) : points;
            // Who is left out has no say in the scale.
            scaler = Scaler.Fit(scaling, complete.Length > 0 ? points.SelectRows(complete) : points, names);
            points = scaler.Transform(points);
        }

        return new PreparedFeatures(ids, names, points, imputations, leftOut)
        {
            CompleteRows = complete.Length < table.RowCount && fill == MissingFeatureFill.LeaveOut ? complete : null,
            StandIns = standIns,
            LogTransformed = logTransform,
            Scaler = scaler,
        };
    }

    private static int[] CompleteRows(CustomerFeatureTable table, List<string> ids)
    {
        var complete = new List<int>(table.RowCount);
        double[][] columns = [.. ids.Select(id => table[id])];
        for (int row = 0; row < table.RowCount; row++)
        {
            bool all = true;
            foreach (double[] column in columns)
            {
                all &= double.IsFinite(column[row]);
            }

            if (all)
            {
                complete.Add(row);
            }
        }

        return [.. complete];
    }

    private static Imputation? Fill(double[] column, FeatureDefinition definition, MissingFeatureFill fill)
    {
        int missing = 0;
        foreach (double value in column)
        {
            missing += double.IsFinite(value) ? 0 : 1;
        }

        if (missing == 0 || missing == column.Length)
        {
            return null;
        }

        double standIn = fill == MissingFeatureFill.Zero ? 0 : MedianOfFinite(column);
        for (int row = 0; row < column.Length; row++)
        {
            if (!double.IsFinite(column[row]))
            {
                column[row] = standIn;
            }
        }

        string who = missing == 1 ? "1 customer has" : string.Create(CultureInfo.InvariantCulture, $"{missing:N0} customers have");
        string why = fill == MissingFeatureFill.LeaveOut ? "left out of the division, kept together as \"In No Segment\""
            : fill == MissingFeatureFill.Median ? string.Create(CultureInfo.InvariantCulture, $"the median of the others, {standIn:0.##}, stands in, so that they count as typical here")
            : "0 stands in for it";
        return new Imputation(definition.Id, missing, standIn, $"{who} no value for '{definition.Name}'; {why}.");
    }

    private static string? WhyUseless(double[] filled, double[] original, FeatureDefinition definition)
    {
        bool anyValue = false;
        bool varies = false;
        for (int row = 0; row < filled.Length; row++)
        {
            anyValue |= double.IsFinite(original[row]);
            varies |= filled[row] != filled[0];
        }

        if (!anyValue)
        {
            return $"'{definition.Name}' has no value for any customer, so it was left out.";
        }

        return varies ? null : string.Create(
            CultureInfo.InvariantCulture,
            $"'{definition.Name}' is {filled[0]:0.##} for every customer and cannot tell them apart, so it was left out.");
    }

    private static double MedianOfFinite(double[] column)
    {
        double[] finite = Array.FindAll(column, double.IsFinite);
        Array.Sort(finite);
        return (finite[(finite.Length - 1) / 2] + finite[finite.Length / 2]) / 2;
    }
}
