using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Preprocessing;

/// <summary>A fitted scaling of columns: (value - offset) / scale.</summary>
public interface IScalerModel
{
    ScalingMethod Method { get; }

    /// <summary>What is subtracted from each column.</summary>
    IReadOnlyList<double> Offsets { get; }

    /// <summary>What each column is divided by; 1 for the constant columns.</summary>
    IReadOnlyList<double> Scales { get; }

    /// <summary>The columns without spread by this method's measure, which were given scale 1.</summary>
    IReadOnlyList<int> ConstantColumns { get; }

    /// <summary>A scaled copy of <paramref name="values"/> (any number of rows, the fitted columns).</summary>
    /// <exception cref="ArgumentException">The number of columns differs from the fitted one.</exception>
    Matrix Transform(Matrix values);

    /// <summary>A copy of scaled values back in the original units.</summary>
    /// <exception cref="ArgumentException">The number of columns differs from the fitted one.</exception>
    Matrix InverseTransform(Matrix scaled);
}
