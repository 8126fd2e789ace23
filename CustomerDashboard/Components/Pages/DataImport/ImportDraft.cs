using CustomerDashboard.Core.DataImport;

namespace CustomerDashboard.Components.Pages.DataImport;

/// <summary>
/// How a person wants a file to be read, before it is read: what the file proposes, overlaid with what the person chose.
/// Immutable; every choice gives a new draft.
/// </summary>
public sealed record ImportDraft
{
    private ImportDraft(FileProfile profile, ImportOptions chosen, IReadOnlyDictionary<ColumnRole, string> mapping)
    {
        Profile = profile;
        Chosen = chosen;
        Mapping = mapping;
        Messages = Judge(profile, mapping, AttributeColumns);
    }

    /// <summary>What was found in the file under <see cref="Chosen"/>.</summary>
    public FileProfile Profile { get; }

    /// <summary>What the person settled; null members are left to the content, so that the recipe also fits next month's file.</summary>
    public ImportOptions Chosen { get; }

    /// <summary>The column of each role, proposed or chosen.</summary>
    public IReadOnlyDictionary<ColumnRole, string> Mapping { get; }

    /// <summary>What the mapping lacks or leads to.</summary>
    public IReadOnlyList<MappingMessage> Messages { get; }

    public FileKind Kind => Profile.Kind;

    /// <summary>The columns to read of a file with one row per customer.</summary>
    public IReadOnlyList<string> AttributeColumns =>
        Chosen.AttributeColumns ?? Profile.Proposed.AttributeColumns ?? AllButTheId(Profile, Mapping);

    /// <summary>The day-or-month question of the chosen date column, null when its dates leave no room for one.</summary>
    public DateOrderQuestion? DateQuestion =>
        Kind == FileKind.Transactions && Mapping.GetValueOrDefault(ColumnRole.Date) is { } column
            ? Column(column)?.DateOrder ?? (Profile.DateQuestion?.Column == column ? Profile.DateQuestion : null)
            : null;

    /// <summary>The person's answer to <see cref="DateQuestion"/>, or what the rows settled.</summary>
    public DateOrder? DateOrder => Chosen.DateOrder ?? DateQuestion?.Settled;

    /// <summary>Why the file cannot be read yet, in words; null when it can.</summary>
    public string? Obstacle
    {
        get
        {
            foreach (var message in Messages)
            {
                if (message.Severity == MappingSeverity.Error)
                {
                    return message.Text;
                }
            }

            return DateQuestion is { NeedsAnswer: true } && Chosen.DateOrder is null
                ? "Say first whether the dates name the day or the month first."
                : null;
        }
    }

    /// <summary>A draft for a freshly profiled file; choices that do not fit it (columns that are not there) are dropped.</summary>
    public static ImportDraft Of(FileProfile profile, ImportOptions chosen)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(chosen);
        var known = profile.Columns.Select(column => column.Name).ToHashSet(StringComparer.Ordinal);
        if (chosen.Mapping is { } wanted && !wanted.Values.All(known.Contains))
        {
            chosen = chosen with { Mapping = null };
        }

        if (chosen.AttributeColumns is { } columns && !columns.All(known.Contains))
        {
            chosen = chosen with { AttributeColumns = null };
        }

        return new ImportDraft(profile, chosen, chosen.Mapping ?? Proposed(profile));
    }

    /// <summary>Gives a role to a column, or to none. A column plays one role: it leaves the one it had.</summary>
    public ImportDraft WithRole(ColumnRole role, string? column)
    {
        var mapping = new Dictionary<ColumnRole, string>(Mapping);
        mapping.Remove(role);
        if (column is not null)
        {
            foreach (var other in mapping.Where(pair => pair.Value == column).Select(pair => pair.Key).ToList())
            {
                mapping.Remove(other);
            }

            mapping[role] = column;
        }

        // The answer belonged to the dates of the other column.
        var answer = role == ColumnRole.Date ? null : Chosen.DateOrder;
        return Same(mapping, Proposed(Profile))
            ? new ImportDraft(Profile, Chosen with { Mapping = null, DateOrder = answer }, Proposed(Profile))
            : new ImportDraft(Profile, Chosen with { Mapping = mapping, DateOrder = answer }, mapping);
    }

    public ImportDraft WithDateOrder(DateOrder order) =>
        new(Profile, Chosen with { DateOrder = DateQuestion?.Settled == order ? null : order }, Mapping);

    /// <summary>Takes an attribute in or leaves it out.</summary>
    public ImportDraft WithAttribute(string column, bool use)
    {
        var all = Profile.Columns.Select(c => c.Name);
        var wanted = AttributeColumns.ToHashSet(StringComparer.Ordinal);
        if (use)
        {
            wanted.Add(column);
        }
        else
        {
            wanted.Remove(column);
        }

        return new ImportDraft(Profile, Chosen with { AttributeColumns = [.. all.Where(wanted.Contains)] }, Mapping);
    }

    /// <summary>Back to what the content proposes for the columns and dates.</summary>
    public ImportDraft AsProposed() => Of(Profile, Chosen with { Mapping = null, AttributeColumns = null, DateOrder = null });

    public ColumnProfile? Column(string name) => Profile.Columns.FirstOrDefault(column => column.Name == name);

    /// <summary>The proposal that led to a role's column; null when a person chose it.</summary>
    public ColumnMappingProposal? ProposalFor(ColumnRole role) =>
        Mapping.GetValueOrDefault(role) is { } column
            ? Profile.Mapping.FirstOrDefault(proposal => proposal.Role == role && proposal.Column == column)
            : null;

    private static IReadOnlyDictionary<ColumnRole, string> Proposed(FileProfile profile) =>
        profile.Proposed.Mapping
        ?? profile.Mapping.Where(proposal => proposal.Role is not null).ToDictionary(proposal => proposal.Role!.Value, proposal => proposal.Column);

    private static bool Same(Dictionary<ColumnRole, string> a, IReadOnlyDictionary<ColumnRole, string> b) =>
        a.Count == b.Count && a.All(pair => b.TryGetValue(pair.Key, out var column) && column == pair.Value);

    private static IReadOnlyList<string> AllButTheId(FileProfile profile, IReadOnlyDictionary<ColumnRole, string> mapping)
    {
        var id = mapping.GetValueOrDefault(ColumnRole.Customer);
        return [.. profile.Columns.Select(column => column.Name).Where(name => name != id)];
    }

    private static IReadOnlyList<MappingMessage> Judge(
        FileProfile profile, IReadOnlyDictionary<ColumnRole, string> mapping, IReadOnlyList<string> attributes)
    {
        if (profile.Kind == FileKind.Transactions)
        {
            return ColumnMapper.Validate(mapping, profile.Columns);
        }

        var messages = new List<MappingMessage>();
        if (attributes.Count == 0)
        {
            messages.Add(new(MappingSeverity.Error, null, "No column is chosen. Choose at least one that describes the customers."));
        }
        else if (!profile.Columns.Any(column => column.Type is ColumnType.Number or ColumnType.WholeNumber && attributes.Contains(column.Name)))
        {
            messages.Add(new(MappingSeverity.Warning, null, "None of the chosen columns holds numbers, and segments are formed by numbers."));
        }

        if (!mapping.ContainsKey(ColumnRole.Customer))
        {
            messages.Add(new(MappingSeverity.Information, ColumnRole.Customer, "No column names the customer, so customers are called by their row number."));
        }

        messages.Add(new(MappingSeverity.Information, null, "One row per customer has no purchases: there will be segments and personas, but no cleaning of lines and no prediction."));
        return messages;
    }
}
