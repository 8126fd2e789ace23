using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using CustomerDashboard.Core.Learning.Decomposition;

namespace CustomerDashboard.Core.Recommendations.Models;

/// <summary>The products of one customer's factors with those of every product: the hot loop of recommending for all.</summary>
internal static class FactorScores
{
    public static void Fill(FactorTable products, ReadOnlySpan<float> customer, Span<float> scores)
    {
        ReadOnlySpan<Vector256<float>> own = MemoryMarshal.Cast<float, Vector256<float>>(customer[..products.Stride]);
        ReadOnlySpan<Vector256<float>> all = MemoryMarshal.Cast<float, Vector256<float>>(products.Values);
        int width = own.Length;
        for (int product = 0; product < products.Count; product++)
        {
            ReadOnlySpan<Vector256<float>> other = all.Slice(product * width, width);
            Vector256<float> even = Vector256<float>.Zero;
            Vector256<float> odd = Vector256<float>.Zero;
            int i = 0;
            for (; i + 1 < width; i += 2)
            {
                even += own[i] * other[i];
                odd += own[i + 1] * other[i + 1];
            }

            if (i < width)
            {
                even += own[i] * other[i];
            }

            scores[product] = Vector256.Sum(even + odd);
        }
    }
}
