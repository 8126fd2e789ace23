using System.Runtime.CompilerServices;

namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>The formulas of the linkages that need the distances of all pairs.</summary>
internal static class LinkageFormulas
{
    public readonly struct Complete : ILinkageFormula
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static float Join(float toKept, float toGone, float apart, double keptSize, double goneSize, double size) =>
            toKept > toGone ? toKept : toGone;
    }

    public readonly struct Average : ILinkageFormula
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static float Join(float toKept, float toGone, float apart, double keptSize, double goneSize, double size) =>
            (float)(((keptSize * toKept) + (goneSize * toGone)) / (keptSize + goneSize));
    }

    /// <summary>Between squares of distances.</summary>
    public readonly struct Ward : ILinkageFormula
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static float Join(float toKept, float toGone, float apart, double keptSize, double goneSize, double size) =>
            (float)((((keptSize + size) * toKept) + ((goneSize + size) * toGone) - (size * apart)) / (keptSize + goneSize + size));
    }
}
