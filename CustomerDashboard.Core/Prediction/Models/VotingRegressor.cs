using CustomerDashboard.Core.Learning.Regression;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Prediction.Models;

/// <summary>Foretells the mean of what its members foretell. Costs what the members cost.</summary>
internal sealed class VotingRegressor(IReadOnlyList<IRegressor> members) : IRegressor
{
    public string Name => ModelNames.Of(ModelKind.VotingEnsemble);

    public IRegressorModel Fit(
        Matrix points, ReadOnlySpan<double> targets, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var models = new IRegressorModel[members.Count];
        for (int i = 0; i < models.Length; i++)
        {
            models[i] = members[i].Fit(points, targets, null, cancellationToken);
        }

        return new VotingRegressorModel(points.Columns, models);
    }
}
