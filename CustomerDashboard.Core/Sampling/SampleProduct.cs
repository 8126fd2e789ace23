namespace CustomerDashboard.Core.Sampling;

/// <summary>One product of the synthetic retailer.</summary>
/// <param name="Code">Its stock code, five digits and for some a letter.</param>
/// <param name="Description">Its name, in capitals as retailers' systems print it.</param>
/// <param name="Theme">The theme it is bought together with, an index into <see cref="SampleCatalogue.ThemeNames"/>.</param>
/// <param name="Pence">The usual price of one unit, in hundredths.</param>
internal sealed record SampleProduct(string Code, string Description, int Theme, int Pence);
