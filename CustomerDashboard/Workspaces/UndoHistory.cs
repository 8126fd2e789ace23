using CustomerDashboard.Core.Analysis;

namespace CustomerDashboard.Workspaces;

/// <summary>The recipes that were in use before, the newest first; the oldest give way. Not safe for several threads at once.</summary>
internal sealed class UndoHistory
{
    private const int Longest = 50;

    private readonly LinkedList<AnalysisOptions> _recipes = new();

    public int Count => _recipes.Count;

    /// <summary>What an undo would bring back; null when there is nothing to take back.</summary>
    public AnalysisOptions? Newest => _recipes.First?.Value;

    public void Push(AnalysisOptions recipe)
    {
        _recipes.AddFirst(recipe);
        if (_recipes.Count > Longest)
        {
            _recipes.RemoveLast();
        }
    }

    public void Pop() => _recipes.RemoveFirst();
}
