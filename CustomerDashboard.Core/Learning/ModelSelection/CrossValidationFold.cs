namespace CustomerDashboard.Core.Learning.ModelSelection;

/// <summary>How one fold went.</summary>
/// <param name="TrainRows">Rows learned from.</param>
/// <param name="TestRows">Rows judged on.</param>
/// <param name="Scores">How well its test rows were foretold.</param>
/// <param name="FitTime">How long learning took; the only figure that differs between runs.</param>
public sealed record CrossValidationFold<TScores>(int TrainRows, int TestRows, TScores Scores, TimeSpan FitTime);
