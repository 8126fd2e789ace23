namespace CustomerDashboard.Core.Sampling;

/// <summary>One line of an invoice.</summary>
/// <param name="Code">Stock code.</param>
/// <param name="Description">Description, without delimiters or quotes.</param>
/// <param name="Quantity">Units, negative on a cancelling invoice.</param>
/// <param name="Pence">Price of one unit in hundredths.</param>
/// <param name="Copies">How often the line is written: 2 for one entered twice.</param>
internal readonly record struct SampleLine(string Code, string Description, int Quantity, int Pence, int Copies);
