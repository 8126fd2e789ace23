using System.Text;
using System.Text.Json;
using CustomerDashboard.Core.Analysis;
using CustomerDashboard.Core.Reporting;

namespace CustomerDashboard.Workspaces;

/// <summary>
/// The recipes that were in use before, the newest first; the oldest give way. Kept in a file, so that a restart does not take them away.
/// Not safe for several threads at once.
/// </summary>
/// <param name="path">The file; one that cannot be read is an empty history, one that cannot be written a history until the restart.</param>
internal sealed class UndoHistory(string path)
{
    private const int Longest = 30;

    private LinkedList<AnalysisOptions>? _recipes;

    public int Count => Recipes.Count;

    /// <summary>What an undo would bring back; null when there is nothing to take back.</summary>
    public AnalysisOptions? Newest => Recipes.First?.Value;

    private LinkedList<AnalysisOptions> Recipes => _recipes ??= Load();

    public void Push(AnalysisOptions recipe)
    {
        Recipes.AddFirst(recipe);
        if (Recipes.Count > Longest)
        {
            Recipes.RemoveLast();
        }

        Save();
    }

    public void Pop()
    {
        Recipes.RemoveFirst();
        Save();
    }

    private LinkedList<AnalysisOptions> Load()
    {
        try
        {
            string[] texts = File.Exists(path) ? JsonSerializer.Deserialize<string[]>(File.ReadAllBytes(path)) ?? [] : [];
            return new LinkedList<AnalysisOptions>(texts.Select(Recipe.Parse));
        }
        catch (Exception damage) when (damage is IOException or UnauthorizedAccessException or JsonException or RecipeException)
        {
            return new LinkedList<AnalysisOptions>();
        }
    }

    private void Save()
    {
        try
        {
            string json = JsonSerializer.Serialize(Recipes.Select(Recipe.ToJson));
            AtomicFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(json)));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // The change itself is saved elsewhere; only taking it back after a restart is lost.
        }
    }
}
