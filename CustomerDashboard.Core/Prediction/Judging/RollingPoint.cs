using CustomerDashboard.Core.Prediction.Models;

namespace CustomerDashboard.Core.Prediction.Judging;

/// <summary>A model learned one period before a cut-off and tested at it.</summary>
/// <param name="Model">The model.</param>
/// <param name="Cutoff">The cut-off it was tested at.</param>
/// <param name="Customers">Customers tested.</param>
/// <param name="Rate">The share of yes among them, or the mean of the number.</param>
/// <param name="Headline">The headline figure of the question with its interval.</param>
public sealed record RollingPoint(ModelKind Model, DateTime Cutoff, int Customers, double Rate, JudgedValue Headline);
