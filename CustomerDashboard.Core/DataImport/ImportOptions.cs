namespace CustomerDashboard.Core.DataImport;

/// <summary>
/// How to read a file. Whatever is null is found out from the content, so <c>new ImportOptions()</c> reads any file the
/// proposals are right for. Columns are named, not numbered: the same options can be applied to another file.
/// </summary>
public sealed record ImportOptions
{
    /// <summary>What one row stands for; null = as the content suggests.</summary>
    public FileKind? Kind { get; init; }

    /// <summary>The sheets (or archive entries) to read one after the other; null = the largest group with the same columns.</summary>
    public IReadOnlyList<string>? Sheets { get; init; }

    /// <summary>The column that plays each role; null = as proposed. For customer attributes only Customer is looked at.</summary>
    public IReadOnlyDictionary<ColumnRole, string>? Mapping { get; init; }

    /// <summary>For customer attributes: the columns to read; null = all but the id.</summary>
    public IReadOnlyList<string>? AttributeColumns { get; init; }

    /// <summary>Field delimiter of a text file.</summary>
    public char? Delimiter { get; init; }

    /// <summary>Encoding of a text file.</summary>
    public TextEncodingKind? Encoding { get; init; }

    /// <summary>Whether the first row names the columns; without a header they are called "Column 1", "Column 2", ...</summary>
    public bool? HasHeader { get; init; }

    /// <summary>Decimal mark of numbers written as text: '.' or ','.</summary>
    public char? DecimalMark { get; init; }

    /// <summary>Whether 03/04/2011 is the third of April or the fourth of March.</summary>
    public DateOrder? DateOrder { get; init; }

    /// <summary>What the file may ask of the machine.</summary>
    public ImportLimits Limits { get; init; } = ImportLimits.Default;

    /// <summary>Throws when an option cannot be worked with.</summary>
    public void Validate()
    {
        Limits.Validate();
        if (Delimiter is { } delimiter && (delimiter is '"' or '\r' or '\n' || delimiter >= 128))
        {
            throw new ArgumentException($"'{delimiter}' cannot be the delimiter; choose comma, semicolon, tab, pipe or another plain character.");
        }

        if (DecimalMark is { } mark && mark is not ('.' or ','))
        {
            throw new ArgumentException($"'{mark}' cannot be the decimal mark; choose a point or a comma.");
        }

        if (DateOrder == DataImport.DateOrder.YearFirst)
        {
            throw new ArgumentException("Dates that begin with the year need no choice; choose DayFirst or MonthFirst, or leave it open.");
        }
    }
}
