namespace CustomerDashboard.Core.DataImport.Reading;

/// <summary>Puts sheets with the same columns together.</summary>
internal static class SheetGrouping
{
    public static List<SheetGroup> Group(IReadOnlyList<SheetLayout> layouts)
    {
        List<(HashSet<string> Names, List<SheetLayout> Members)> groups = [];
        foreach (SheetLayout layout in layouts)
        {
            int at = groups.FindIndex(group => group.Names.SetEquals(layout.Columns));
            if (at < 0)
            {
                groups.Add(([.. layout.Columns], [layout]));
            }
            else
            {
                groups[at].Members.Add(layout);
            }
        }

        return
        [
            .. groups.Select(group => new SheetGroup(
                    [.. group.Members.Select(layout => layout.Name)], group.Members[0].Columns, group.Members.Sum(layout => layout.RowEstimate)))
                .OrderByDescending(group => group.RowEstimate),
        ];
    }

    /// <summary>Refuses sheets that lack a column of the first one, unless the mapping does without it.</summary>
    public static void CheckSame(SheetLayout[] layouts, ImportOptions options, string fileName)
    {
        IEnumerable<string> needed = options.Mapping?.Values ?? layouts[0].Columns;
        foreach (SheetLayout layout in layouts.AsSpan(1))
        {
            string? lacking = needed.FirstOrDefault(name => layouts[0].Columns.Contains(name) && !layout.Columns.Contains(name));
            if (lacking is not null)
            {
                throw new ImportException(ImportErrorCode.SheetsDiffer,
                    $"\"{layout.Name}\" of {fileName} has no column \"{lacking}\", which \"{layouts[0].Name}\" has. Choose sheets with the same columns.");
            }
        }
    }
}
