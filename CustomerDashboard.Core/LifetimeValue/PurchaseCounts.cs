namespace CustomerDashboard.Core.LifetimeValue;

/// <summary>
/// What the models of buying need of each customer: repeat purchases, when the last one was, and for how long the customer is known. All
/// arrays are parallel, all times in one unit (days, weeks) counted from the customer's first purchase.
/// </summary>
public sealed class PurchaseCounts
{
    /// <summary>Takes the counts as they are.</summary>
    /// <param name="frequency">Repeat purchases: all but the first.</param>
    /// <param name="recency">The time of the last purchase since the first; 0 without a repeat purchase.</param>
    /// <param name="age">The time from the first purchase to the end of the observation.</param>
    /// <exception cref="ArgumentException">The arrays differ in length, or a customer's values contradict each other; the message names the customer.</exception>
    public PurchaseCounts(int[] frequency, double[] recency, double[] age)
    {
        ArgumentNullException.ThrowIfNull(frequency);
        ArgumentNullException.ThrowIfNull(recency);
        ArgumentNullException.ThrowIfNull(age);
        if (recency.Length != frequency.Length || age.Length != frequency.Length)
        {
            throw new ArgumentException("Frequency, recency and age must have one value for each customer.");
        }

        for (int i = 0; i < frequency.Length; i++)
        {
            bool sound = frequency[i] >= 0 && double.IsFinite(age[i]) && recency[i] >= 0 && recency[i] <= age[i] && (frequency[i] > 0 || recency[i] == 0);
            if (!sound)
            {
                throw new ArgumentException(
                    $"Customer {i + 1} has {frequency[i]} repeat purchases, the last at {recency[i]} of an age of {age[i]}: the last must lie between the first purchase and the age, and be 0 without a repeat.");
            }
        }

        Frequency = frequency;
        Recency = recency;
        Age = age;
    }

    public int Count => Frequency.Length;

    public int[] Frequency { get; }

    public double[] Recency { get; }

    public double[] Age { get; }
}
