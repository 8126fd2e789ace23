namespace CustomerDashboard.Core.DataImport.Values;

/// <summary>Why a value is not what its column holds.</summary>
internal enum ValueFault : byte
{
    None,

    /// <summary>Nothing there; not a fault for numbers, which may be missing.</summary>
    Missing,
    NotANumber,
    NotFinite,
    OutOfRange,
    NotADate,

    /// <summary>Day and month could be either way round and the column holds both ways.</summary>
    UndecidedDate,
    DateOutOfRange,
    NotATime,
}
