using CustomerDashboard.Core.DataImport.Reading;

namespace CustomerDashboard.Core.DataImport;

/// <summary>The report of a reading: what was decided and what became of the rows.</summary>
internal static class ImportNotes
{
    public static List<string> Begin(SourceFile file, FileProfile profile, IReadOnlyList<SheetLayout> layouts, TextEncodingKind? encoding)
    {
        List<string> notes = [$"Read as {FormatWords.Describe(file, layouts[0], encoding)}."];
        if (!profile.HasHeader)
        {
            notes.Add("The first row holds values, so the columns have no names.");
        }
        else if (layouts[0].RowsAbove > 1)
        {
            notes.Add($"{layouts[0].RowsAbove - 1} rows above the header were passed over.");
        }

        if (layouts.Count > 1)
        {
            notes.Add($"{layouts.Count} sheets with the same columns were put one after the other: {string.Join(", ", layouts.Select(layout => $"\"{layout.Name}\""))}.");
        }

        return notes;
    }

    public static ImportReport Finish(SourceFile file, RawFile raw, ImportOptions applied, RejectionList rejections, List<string> notes)
    {
        int read = raw.Table.RowCount + raw.Table.Faults.Count + raw.Table.FaultsNotListed;
        if (rejections.Count > applied.Limits.MaxRejectedKept)
        {
            notes.Add($"{Words.Count(rejections.Count)} rows were rejected; the first {Words.Count(applied.Limits.MaxRejectedKept)} of them are listed here, and rejected.csv has them all.");
        }

        return new ImportReport
        {
            FileName = file.FileName,
            Sha256 = raw.Sha256,
            FileBytes = file.FileBytes,
            RowsRead = read,
            RowsKept = read - rejections.Count,
            RowsRejected = rejections.Count,
            BlankLines = raw.Table.BlankLines,
            Rejected = rejections.Listed,
            RejectedByReason = rejections.CountByReason(),
            Notes = [.. notes],
            Applied = applied,
        };
    }
}
