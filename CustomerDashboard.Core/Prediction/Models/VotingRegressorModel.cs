using CustomerDashboard.Core.Learning.Regression;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Prediction.Models;

/// <summary>The mean of several regressors.</summary>
internal sealed class VotingRegressorModel(int featureCount, IReadOnlyList<IRegressorModel> members) : IRegressorModel
{
    public int FeatureCount => featureCount;

    public IReadOnlyList<IRegressorModel> Members => members;

    public double[] Predict(Matrix points)
    {
        var result = new double[points.Rows];
        foreach (IRegressorModel member in members)
        {
            double[] own = member.Predict(points);
            for (int row = 0; row < result.Length; row++)
            {
                result[row] += own[row] / members.Count;
            }
        }

        return result;
    }
}
