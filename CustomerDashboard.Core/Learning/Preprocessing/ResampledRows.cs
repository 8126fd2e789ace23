using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Preprocessing;

/// <summary>Rows after evening out classes.</summary>
/// <param name="Points">The rows: those kept in their order, then those added.</param>
/// <param name="Labels">The class of each row.</param>
/// <param name="Sources">The given row that each is, or was made from.</param>
/// <param name="Added">How many were added at the end.</param>
public sealed record ResampledRows(Matrix Points, int[] Labels, int[] Sources, int Added);
