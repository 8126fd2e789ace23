using CustomerDashboard.Core.Transactions;

namespace CustomerDashboard.Core.Cleaning.Rules;

/// <summary>Lines of countries not to be looked at. Names match whatever their case.</summary>
internal sealed class CountriesRule(CountryOptions options) : ICleaningRule
{
    public CleaningRuleDescriptor Descriptor { get; } = CleaningRuleCatalog.Get(CleaningRuleIds.Countries);

    public bool Enabled => options.Enabled;

    public bool ChangesOnly => false;

    public bool DependsOnKept => false;

    public string? NotApplicableReason(CleaningLines lines) => lines.Table.Country is null ? "The file has no country column." : null;

    public ILineTest Prepare(CleaningLines lines, byte[]? removedBy, CancellationToken cancellationToken) =>
        new CodeTest(lines.Country!.Codes, LeftOut(lines.Country, options), marksMissing: LeavesOutUnknown(options));

    /// <summary>Whether lines without a country go.</summary>
    public static bool LeavesOutUnknown(CountryOptions options) => options.Filter == CountryFilter.Include && options.Names.Count > 0;

    /// <summary>Whether a country goes, by code; a list with no names leaves out none.</summary>
    public static bool[] LeftOut(CodedColumn country, CountryOptions options)
    {
        HashSet<string> names = new(options.Names, StringComparer.OrdinalIgnoreCase);
        bool listed = options.Filter == CountryFilter.Exclude;
        var leftOut = new bool[country.Values.Length];
        for (int i = 0; i < leftOut.Length; i++)
        {
            leftOut[i] = names.Count > 0 && names.Contains(country.Values[i]) == listed;
        }

        return leftOut;
    }
}
