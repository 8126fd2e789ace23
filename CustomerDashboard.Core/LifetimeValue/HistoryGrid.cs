using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.LifetimeValue;

/// <summary>What a model expects of customers as old as the data, by how often they came back and how long they stayed.</summary>
/// <param name="Frequencies">Repeat purchases, ascending: the rows.</param>
/// <param name="Recencies">Days from the first to the last purchase, ascending: the columns.</param>
/// <param name="Age">Days since the first purchase, the same for all.</param>
/// <param name="Horizon">The days ahead that purchases are expected for.</param>
/// <param name="Purchases">Expected purchases, rows x columns.</param>
/// <param name="Alive">The chance of still being a customer, rows x columns.</param>
public sealed record HistoryGrid(
    IReadOnlyList<int> Frequencies, IReadOnlyList<double> Recencies, double Age, double Horizon, Matrix Purchases, Matrix Alive)
{
    private const int Columns = 12;

    private static readonly int[] Steps = [0, 1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 30, 40];

    internal static HistoryGrid Of(IPurchaseModel model, PurchaseCounts counts, double horizon)
    {
        double age = counts.Age.Max();
        int[] sorted = [.. counts.Frequency.Order()];
        int most = Math.Max(5, sorted[(int)(0.99 * (sorted.Length - 1))]);
        int[] frequencies = [.. Steps.Where(step => step <= most)];
        double[] recencies = [.. Enumerable.Range(0, Columns + 1).Select(i => Math.Round(age * i / Columns))];
        var (purchases, alive) = (new Matrix(frequencies.Length, recencies.Length), new Matrix(frequencies.Length, recencies.Length));
        for (int f = 0; f < frequencies.Length; f++)
        {
            for (int r = 0; r < recencies.Length; r++)
            {
                // Without a repeat purchase the last purchase is the first.
                double recency = f == 0 ? 0 : recencies[r];
                purchases[f, r] = model.ExpectedPurchases(horizon, f, recency, age);
                alive[f, r] = model.ProbabilityAlive(f, recency, age);
            }
        }

        return new HistoryGrid(frequencies, recencies, age, horizon, purchases, alive);
    }
}
