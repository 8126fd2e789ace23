namespace CustomerDashboard.Core.Analysis;

/// <summary>Keeps files that were read, in their in-memory form, so that a restarted program need not read the retail file again.</summary>
public interface IImportStore
{
    /// <summary>What was kept under this key, or null; damage counts as absence.</summary>
    ImportedFile? TryLoad(string key);

    /// <summary>Whether something is kept under this key, without reading it.</summary>
    bool Holds(string key);

    void Save(string key, ImportedFile file);
}
