namespace CustomerDashboard.Core.DataImport;

/// <summary>Why a file as a whole could not be read; single bad rows are rejected and listed instead.</summary>
public enum ImportErrorCode
{
    /// <summary>The file could not be opened or read from disk.</summary>
    NotReadable,
    EmptyFile,

    /// <summary>A header and nothing under it.</summary>
    NoRows,
    OneColumn,

    /// <summary>The content is no table: a picture, a program, a PDF document, a web page.</summary>
    NotATable,

    /// <summary>The file ends before its content does, or its content contradicts itself.</summary>
    Damaged,
    PasswordProtected,
    TooLarge,
    UnpacksTooLarge,
    TooManyColumns,
    TooManySheets,
    LineTooLong,

    /// <summary>The sheet or archive entry asked for is not in the file, or the file holds none that can be read.</summary>
    SheetNotFound,

    /// <summary>The sheets chosen together do not have the same columns.</summary>
    SheetsDiffer,

    /// <summary>A column named in the mapping is not in the file, or a necessary role has no column.</summary>
    Mapping,

    /// <summary>No row settles whether dates are day-first or month-first: a person has to say.</summary>
    DateOrderUnknown,

    /// <summary>Every row was rejected.</summary>
    NothingKept,
}
