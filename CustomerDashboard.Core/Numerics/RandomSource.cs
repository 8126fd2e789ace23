using System.Numerics;

namespace CustomerDashboard.Core.Numerics;

/// <summary>
/// A seeded stream of random numbers that can be split into independent streams, so that work shared between
/// threads draws the same numbers whatever the number of threads. Not for secrets, and not safe to share between threads.
/// </summary>
/// <remarks>
/// The generator is xoshiro256** (D. Blackman, S. Vigna, "Scrambled linear pseudorandom number generators", 2021) with its
/// state filled by SplitMix64 (G. Steele et al., "Fast splittable pseudorandom number generators", 2014).
/// The sequence for a seed is part of the product's promise: the same seed gives the same segments next year.
/// </remarks>
public sealed class RandomSource
{
    private const ulong GoldenGamma = 0x9E3779B97F4A7C15;

    private readonly ulong _seed;
    private ulong _s0;
    private ulong _s1;
    private ulong _s2;
    private ulong _s3;
    private double _spareGaussian = double.NaN;

    /// <summary>Starts the stream of a seed.</summary>
    public RandomSource(int seed)
        : this(Mix(unchecked((ulong)seed + GoldenGamma)))
    {
    }

    private RandomSource(ulong seed)
    {
        _seed = seed;
        _s0 = Mix(unchecked(seed + GoldenGamma));
        _s1 = Mix(unchecked(seed + (2 * GoldenGamma)));
        _s2 = Mix(unchecked(seed + (3 * GoldenGamma)));
        _s3 = Mix(unchecked(seed + (4 * GoldenGamma)));
    }

    /// <summary>
    /// The independent stream with the given number. It depends on this source's seed only, not on how many numbers
    /// were drawn from it, so streams may be taken in any order; streams can be split again.
    /// </summary>
    public RandomSource Split(int stream) =>
        new(Mix(_seed ^ Mix(unchecked(((ulong)(uint)stream * 0xD1342543DE82EF95) + 0x632BE59BD9B4E019))));

    /// <summary>The next 64 random bits.</summary>
    public ulong NextBits()
    {
        ulong result = BitOperations.RotateLeft(unchecked(_s1 * 5), 7) * 9;
        ulong shifted = _s1 << 17;
        _s2 ^= _s0;
        _s3 ^= _s1;
        _s1 ^= _s2;
        _s0 ^= _s3;
        _s2 ^= shifted;
        _s3 = BitOperations.RotateLeft(_s3, 45);
        return result;
    }

    /// <summary>A number from 0 (included) to 1 (excluded), with 53 random bits.</summary>
    public double NextDouble() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>An integer from 0 to <paramref name="count"/> - 1, each equally likely.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The count is not positive.</exception>
    public int NextInt(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);

        // Lemire's multiply-and-reject: the few products below the threshold would favour small results.
        ulong product = (NextBits() >> 32) * (ulong)count;
        if ((uint)product < (uint)count)
        {
            uint threshold = unchecked((uint)-count) % (uint)count;
            while ((uint)product < threshold)
            {
                product = (NextBits() >> 32) * (ulong)count;
            }
        }

        return (int)(product >> 32);
    }

    /// <summary>A draw from the standard normal distribution (Marsaglia's polar method).</summary>
    public double NextGaussian()
    {
        if (!double.IsNaN(_spareGaussian))
        {
            double spare = _spareGaussian;
            _spareGaussian = double.NaN;
            return spare;
        }

        double u, v, square;
        do
        {
            u = (2 * NextDouble()) - 1;
            v = (2 * NextDouble()) - 1;
            square = (u * u) + (v * v);
        }
        while (square is >= 1 or 0);

        double factor = Math.Sqrt(-2 * Math.Log(square) / square);
        _spareGaussian = v * factor;
        return u * factor;
    }

    /// <summary>Puts the items into a random order, every order equally likely (Fisher and Yates).</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (int last = items.Length - 1; last > 0; last--)
        {
            int other = NextInt(last + 1);
            (items[last], items[other]) = (items[other], items[last]);
        }
    }

    /// <summary><paramref name="sampleSize"/> different integers below <paramref name="count"/>, ascending.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The sample is negative or larger than the count.</exception>
    public int[] SampleWithoutReplacement(int count, int sampleSize)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(sampleSize);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sampleSize, count);

        // Floyd's method draws only as many numbers as are wanted, however large the range.
        var chosen = new HashSet<int>(sampleSize);
        for (int upper = count - sampleSize; upper < count; upper++)
        {
            int candidate = NextInt(upper + 1);
            if (!chosen.Add(candidate))
            {
                chosen.Add(upper);
            }
        }

        var sample = new int[sampleSize];
        chosen.CopyTo(sample);
        Array.Sort(sample);
        return sample;
    }

    private static ulong Mix(ulong value)
    {
        unchecked
        {
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
            return value ^ (value >> 31);
        }
    }
}
