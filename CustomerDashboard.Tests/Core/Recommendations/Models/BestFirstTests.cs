using CustomerDashboard.Core.Recommendations.Models;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerDashboard.Tests.Core.Recommendations.Models;

public class BestFirstTests
{
    [Fact]
    public void Keeps_what_a_full_sort_would_put_first() =>
        Prop.ForAll<int[], PositiveInt>((scores, capacity) =>
        {
            var best = new BestFirst(capacity.Get % 12 + 1);
            for (int item = 0; item < scores.Length; item++)
            {
                best.Offer(item, scores[item] % 5);
            }

            int count = best.Sort();
            int[] expected = [.. Enumerable.Range(0, scores.Length).OrderByDescending(item => scores[item] % 5).ThenBy(item => item).Take((capacity.Get % 12) + 1)];
            return best.Items.AsSpan(0, count).SequenceEqual(expected);
        }).QuickCheckThrowOnFailure();
}
