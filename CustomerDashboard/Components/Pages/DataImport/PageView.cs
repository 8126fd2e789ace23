namespace CustomerDashboard.Components.Pages.DataImport;

/// <summary>What the Data page shows.</summary>
public enum PageView
{
    /// <summary>Upload, sample, and what is kept.</summary>
    Start,

    /// <summary>Preview and mapping of an uploaded file.</summary>
    Columns,

    /// <summary>The first reading is under way, or was ended.</summary>
    Reading,

    /// <summary>What became of every row.</summary>
    Result,
}
