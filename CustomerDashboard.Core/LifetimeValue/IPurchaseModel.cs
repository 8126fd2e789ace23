namespace CustomerDashboard.Core.LifetimeValue;

/// <summary>
/// A model of customers who buy at random moments until they leave unseen. Times are in the unit of the counts it was fitted on.
/// </summary>
public interface IPurchaseModel
{
    string Name { get; }

    IReadOnlyList<FittedParameter> Parameters { get; }

    double LogLikelihood { get; }

    /// <summary>False when the search ended before a maximum; <see cref="Doubts"/> then says so.</summary>
    bool Converged { get; }

    /// <summary>Why the figures should not be relied on, one sentence each; empty when nothing speaks against them.</summary>
    IReadOnlyList<string> Doubts { get; }

    /// <summary>While a customer lives, its rate of buying is gamma distributed with this shape (before anything is known of it) ...</summary>
    double RateShape { get; }

    /// <summary>... and this inverse scale, in the unit of time.</summary>
    double RateScale { get; }

    /// <summary>The chance that a customer with this history has not left.</summary>
    double ProbabilityAlive(int frequency, double recency, double age);

    /// <summary>Purchases to expect of a customer with this history in the time <paramref name="horizon"/> after its age.</summary>
    double ExpectedPurchases(double horizon, int frequency, double recency, double age);

    /// <summary>Repeat purchases to expect of anyone in the time <paramref name="horizon"/> after the first purchase.</summary>
    double ExpectedPurchasesOfNewcomer(double horizon);
}
