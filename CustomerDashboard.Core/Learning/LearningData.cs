using System.Globalization;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning;

/// <summary>The checks every classifier and regressor makes of its input, in the same words.</summary>
internal static class LearningData
{
    /// <summary>Throws unless there are rows of finite values and one answer for each.</summary>
    /// <param name="points">The rows to learn from.</param>
    /// <param name="answers">How many answers came with them.</param>
    /// <param name="answersName">What the answers are called: the parameter's name, in the plural.</param>
    public static void RequireLearnable(Matrix points, int answers, string answersName)
    {
        RequireRows(points, answers, answersName);
        MatrixGuard.RequireFinite(points, null, nameof(points));
    }

    /// <summary>Throws unless there are rows and one answer for each; values may be missing.</summary>
    /// <param name="points">The rows to learn from.</param>
    /// <param name="answers">How many answers came with them.</param>
    /// <param name="answersName">What the answers are called: the parameter's name, in the plural.</param>
    public static void RequireRows(Matrix points, int answers, string answersName)
    {
        ArgumentNullException.ThrowIfNull(points);
        if (points.Rows != answers)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"There are {points.Rows} rows but {answers} {answersName}."), answersName);
        }

        if (points.Rows == 0)
        {
            throw new ArgumentException("There is no row to learn from.", nameof(points));
        }
    }

    /// <summary>Throws unless the values are finite and have the columns the model was fitted on.</summary>
    public static void RequirePredictable(Matrix points, int featureCount)
    {
        RequireColumns(points, featureCount);
        MatrixGuard.RequireFinite(points, null, nameof(points));
    }

    /// <summary>Throws unless the values have the columns the model was fitted on; values may be missing.</summary>
    public static void RequireColumns(Matrix points, int featureCount)
    {
        ArgumentNullException.ThrowIfNull(points);
        if (points.Columns != featureCount)
        {
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture, $"The model was fitted on {featureCount} columns, the values have {points.Columns}."),
                nameof(points));
        }
    }

    /// <summary>Throws unless there are no weights or one for each row, none of them negative, and not all of them 0.</summary>
    public static void RequireWeights(ReadOnlySpan<double> weights, int rows)
    {
        if (weights.Length == 0)
        {
            return;
        }

        if (weights.Length != rows)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"There are {rows} rows but {weights.Length} weights."), nameof(weights));
        }

        double total = 0;
        for (int row = 0; row < rows; row++)
        {
            if (!(weights[row] >= 0 && double.IsFinite(weights[row])))
            {
                throw new ArgumentException(
                    string.Create(CultureInfo.InvariantCulture, $"The weight of row {row + 1} is {weights[row]}; weights must be 0 or more."),
                    nameof(weights));
            }

            total += weights[row];
        }

        if (!(total > 0 && double.IsFinite(total)))
        {
            throw new ArgumentException("The weights must add up to more than 0 and to a finite number.", nameof(weights));
        }
    }

    /// <summary>Throws where there are more columns than a method can number.</summary>
    public static void RequireColumnsBelow(Matrix points, int most)
    {
        if (points.Columns > most)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"There are {points.Columns} columns; at most {most} can be learned from."),
                nameof(points));
        }
    }

    /// <summary>The rows that count: all without weights, else those of a weight above 0.</summary>
    public static int[] CountedRows(int rows, ReadOnlySpan<double> weights)
    {
        var counted = new int[rows];
        int count = 0;
        for (int row = 0; row < rows; row++)
        {
            counted[count] = row;
            count += weights.IsEmpty || weights[row] > 0 ? 1 : 0;
        }

        return counted[..count];
    }
}
