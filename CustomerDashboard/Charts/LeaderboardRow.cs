namespace CustomerDashboard.Charts;

/// <summary>One model of a <see cref="LeaderboardFigure"/>; a view that was not judged is null.</summary>
/// <param name="Name">The model.</param>
/// <param name="CrossValidation">Over folds, with its interval.</param>
/// <param name="HoldOut">On customers held out.</param>
/// <param name="Forward">On later data.</param>
/// <param name="IsBaseline">Written in grey.</param>
/// <param name="IsLeading">The model in use.</param>
public sealed record LeaderboardRow(
    string Name, LeaderboardScore? CrossValidation, LeaderboardScore? HoldOut, LeaderboardScore? Forward, bool IsBaseline = false, bool IsLeading = false);
