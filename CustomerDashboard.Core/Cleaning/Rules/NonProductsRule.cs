namespace CustomerDashboard.Core.Cleaning.Rules;

/// <summary>Lines of codes that are not products: those listed, or those found likely.</summary>
internal sealed class NonProductsRule(NonProductOptions options, IReadOnlyList<NonProductCandidate> candidates) : ICleaningRule
{
    public CleaningRuleDescriptor Descriptor { get; } = CleaningRuleCatalog.Get(CleaningRuleIds.NonProducts);

    public bool Enabled => options.Enabled;

    public bool ChangesOnly => false;

    public bool DependsOnKept => false;

    public string? NotApplicableReason(CleaningLines lines) => lines.Table.Product is null ? "The file has no product code column." : null;

    public ILineTest Prepare(CleaningLines lines, byte[]? removedBy, CancellationToken cancellationToken)
    {
        HashSet<string> codes = new(StringComparer.Ordinal);
        if (options.Codes is not null)
        {
            codes.UnionWith(options.Codes);
        }
        else
        {
            foreach (NonProductCandidate candidate in candidates)
            {
                if (candidate.IsLikely)
                {
                    codes.Add(candidate.Code);
                }
            }
        }

        string[] values = lines.Product!.Values;
        var marked = new bool[values.Length];
        int found = 0;
        for (int i = 0; i < values.Length; i++)
        {
            marked[i] = codes.Contains(values[i]);
            found += marked[i] ? 1 : 0;
        }

        string source = options.Codes is null ? "found in the data" : "listed";
        return new CodeTest(lines.Product.Codes, marked, marksMissing: false)
        {
            Detail = FormattableString.Invariant($"{found} codes {source}"),
        };
    }
}
