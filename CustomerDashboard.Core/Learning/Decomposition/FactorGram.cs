using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Decomposition;

/// <summary>What all rows share of their equations: the sum over columns of factor times factor, with the regularisation on the diagonal.</summary>
internal sealed class FactorGram
{
    private FactorGram(float[] values, int stride) => (Values, Stride) = (values, stride);

    public float[] Values { get; }

    public int Stride { get; }

    public static FactorGram Of(FactorTable factors, double regularisation, int? degreeOfParallelism, CancellationToken cancellationToken)
    {
        int stride = factors.Stride;
        const int block = 512;
        int blocks = (factors.Count + block - 1) / block;
        // One sum for each block, added up in their order: the same whatever the number of threads.
        var parts = new float[blocks][];
        ParallelWork.Run(
            blocks,
            degreeOfParallelism,
            piece =>
            {
                var part = new float[stride * stride];
                for (int i = piece * block; i < Math.Min(factors.Count, (piece + 1) * block); i++)
                {
                    ReadOnlySpan<float> current = factors.Padded(i);
                    for (int row = 0; row < stride; row++)
                    {
                        VectorSums.AddScaled(part.AsSpan(row * stride, stride), current[row], current);
                    }
                }

                parts[piece] = part;
            },
            cancellationToken);
        var sum = new float[stride * stride];
        foreach (float[] part in parts)
        {
            VectorSums.AddScaled(sum, 1, part);
        }

        for (int i = 0; i < factors.Factors; i++)
        {
            sum[(i * stride) + i] += (float)regularisation;
        }

        return new FactorGram(sum, stride);
    }
}
