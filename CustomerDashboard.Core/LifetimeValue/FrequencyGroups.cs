using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.LifetimeValue;

/// <summary>
/// The counts for a likelihood: terms that depend on the frequency alone are worked out once for each frequency, and pieces of fixed size
/// are added in their order, so that the sum does not depend on the threads.
/// </summary>
internal sealed class FrequencyGroups
{
    private const int PieceSize = 512;

    /// <summary>Customers of the same frequency, recency and age count as one with a weight.</summary>
    public FrequencyGroups(PurchaseCounts counts)
    {
        int[] order = [.. Enumerable.Range(0, counts.Count)];
        Array.Sort(order, (a, b) =>
        {
            int byFrequency = counts.Frequency[a].CompareTo(counts.Frequency[b]);
            int byRecency = byFrequency != 0 ? byFrequency : counts.Recency[a].CompareTo(counts.Recency[b]);
            return byRecency != 0 ? byRecency : counts.Age[a].CompareTo(counts.Age[b]);
        });
        var frequencies = new List<int>();
        var (group, recency, age, weight) = (new List<int>(), new List<double>(), new List<double>(), new List<double>());
        foreach (int i in order)
        {
            if (frequencies.Count == 0 || frequencies[^1] != counts.Frequency[i])
            {
                frequencies.Add(counts.Frequency[i]);
            }
            else if (recency[^1] == counts.Recency[i] && age[^1] == counts.Age[i])
            {
                weight[^1]++;
                continue;
            }

            group.Add(frequencies.Count - 1);
            recency.Add(counts.Recency[i]);
            age.Add(counts.Age[i]);
            weight.Add(1);
        }

        (Frequencies, Group, Recency, Age, Weight, Customers) = ([.. frequencies], [.. group], [.. recency], [.. age], [.. weight], counts.Count);
    }

    /// <summary>The likelihood of one history; adds weight times its derivatives.</summary>
    public delegate double Term(int index, int group, Span<double> derivatives);

    /// <summary>The frequencies that occur, ascending.</summary>
    public int[] Frequencies { get; }

    /// <summary>For each distinct history its index into <see cref="Frequencies"/>.</summary>
    public int[] Group { get; }

    public double[] Recency { get; }

    public double[] Age { get; }

    /// <summary>How many customers share the history.</summary>
    public double[] Weight { get; }

    public int Customers { get; }

    /// <summary>The mean of a term over the customers; writes the mean of its derivatives.</summary>
    public double Mean(int parameters, Span<double> derivatives, int? threads, Term term)
    {
        int pieces = (Group.Length + PieceSize - 1) / PieceSize;
        var sums = new double[pieces * (parameters + 1)];
        ParallelWork.Run(pieces, threads, piece =>
        {
            Span<double> own = sums.AsSpan(piece * (parameters + 1), parameters + 1);
            int end = Math.Min(Group.Length, (piece + 1) * PieceSize);
            for (int i = piece * PieceSize; i < end; i++)
            {
                own[parameters] += Weight[i] * term(i, Group[i], own[..parameters]);
            }
        }, CancellationToken.None);

        derivatives.Clear();
        double value = 0;
        for (int piece = 0; piece < pieces; piece++)
        {
            ReadOnlySpan<double> own = sums.AsSpan(piece * (parameters + 1), parameters + 1);
            value += own[parameters];
            for (int p = 0; p < parameters; p++)
            {
                derivatives[p] += own[p];
            }
        }

        for (int p = 0; p < parameters; p++)
        {
            derivatives[p] /= Customers;
        }

        return value / Customers;
    }
}
