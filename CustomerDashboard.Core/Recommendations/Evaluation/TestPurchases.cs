using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Recommendations.Evaluation;

/// <summary>What customers known before a cut-off bought after it, of the products known before it.</summary>
internal sealed record TestPurchases(int[] Customers, int[][] Products, bool Sampled)
{
    /// <param name="history">What was known before the cut-off.</param>
    /// <param name="end">The first moment that no longer counts.</param>
    /// <param name="most">The most customers to look at; more are sampled.</param>
    /// <param name="seed">Chooses the sample.</param>
    public static TestPurchases Of(PurchaseHistory history, DateTime end, int most, int seed)
    {
        PurchaseLog log = history.Log;
        var later = new SortedSet<int>?[history.CustomerCount];
        int until = log.CountBefore(end);
        for (int basket = history.BasketCount; basket < until; basket++)
        {
            int customer = log.Customer[basket];
            if (history.Starts[customer + 1] == history.Starts[customer])
            {
                continue;
            }

            foreach (int product in log.Basket(basket))
            {
                if (history.Buyers[product] > 0)
                {
                    (later[customer] ??= []).Add(product);
                }
            }
        }

        var customers = new List<int>();
        for (int customer = 0; customer < later.Length; customer++)
        {
            if (later[customer] is not null)
            {
                customers.Add(customer);
            }
        }

        bool sampled = customers.Count > most;
        int[] chosen = sampled
            ? Array.ConvertAll(new RandomSource(seed).SampleWithoutReplacement(customers.Count, most), place => customers[place])
            : [.. customers];
        return new TestPurchases(chosen, Array.ConvertAll(chosen, customer => later[customer]!.ToArray()), sampled);
    }

    /// <summary>What counts of a customer's later purchases, ascending.</summary>
    public int[] Relevant(int place, CustomerHistory history, CandidateScope scope)
    {
        int[] bought = Products[place];
        return scope == CandidateScope.AllProducts ? bought : Array.FindAll(bought, product => !history.Has(product));
    }
}
