namespace CustomerDashboard.Core.DataImport.Mapping;

/// <summary>Judges a mapping of roles to columns.</summary>
internal static class MappingCheck
{
    public static IReadOnlyList<MappingMessage> Run(IReadOnlyDictionary<ColumnRole, string> mapping, IReadOnlyList<ColumnProfile> columns)
    {
        List<MappingMessage> messages = [];
        Dictionary<string, ColumnProfile> byName = columns.ToDictionary(column => column.Name, StringComparer.Ordinal);
        Dictionary<string, ColumnRole> taken = new(StringComparer.Ordinal);
        foreach ((ColumnRole role, string name) in mapping.OrderBy(pair => pair.Key))
        {
            if (!byName.TryGetValue(name, out ColumnProfile? column))
            {
                messages.Add(new(MappingSeverity.Error, role,
                    $"There is no column \"{name}\" for {RoleWords.Name(role)}. The columns are: {Names(columns)}."));
                continue;
            }

            if (!taken.TryAdd(name, role))
            {
                messages.Add(new(MappingSeverity.Error, role, $"\"{name}\" cannot be both {RoleWords.Name(taken[name])} and {RoleWords.Name(role)}. Choose another column for one of them."));
            }

            (double fit, string reason) = RoleContent.Judge(role, column);
            if (fit == 0)
            {
                messages.Add(new(MappingSeverity.Warning, role, $"\"{name}\" is chosen as {RoleWords.Name(role)}, but {reason}."));
            }
        }

        AddMissing(mapping, messages);
        return messages;
    }

    private static void AddMissing(IReadOnlyDictionary<ColumnRole, string> mapping, List<MappingMessage> messages)
    {
        if (!mapping.ContainsKey(ColumnRole.Customer))
        {
            messages.Add(new(MappingSeverity.Error, ColumnRole.Customer, "No column says who the customer is. Choose the column with the customer's id."));
        }

        if (!mapping.ContainsKey(ColumnRole.Date))
        {
            messages.Add(new(MappingSeverity.Error, ColumnRole.Date, "No column says when the purchase was. Choose the column with the date."));
        }

        bool hasPrice = mapping.ContainsKey(ColumnRole.UnitPrice);
        bool hasQuantity = mapping.ContainsKey(ColumnRole.Quantity);
        bool hasAmount = mapping.ContainsKey(ColumnRole.LineAmount);
        if (!hasAmount && !hasPrice)
        {
            messages.Add(new(MappingSeverity.Error, ColumnRole.LineAmount,
                "No column says how much was spent. Choose a line amount, or a unit price and a quantity."));
        }
        else if (!hasAmount && !hasQuantity)
        {
            messages.Add(new(MappingSeverity.Warning, ColumnRole.Quantity, "No quantity: every line counts as one unit, so the unit price is taken as its amount."));
        }
        else if (!hasQuantity)
        {
            messages.Add(new(MappingSeverity.Information, ColumnRole.Quantity, "No quantity: every line counts as one unit, so units and basket sizes are numbers of lines."));
        }

        foreach (ColumnRole role in Enum.GetValues<ColumnRole>())
        {
            if (!mapping.ContainsKey(role) && RoleWords.Consequence(role) is { } consequence)
            {
                messages.Add(new(MappingSeverity.Information, role, consequence));
            }
        }
    }

    private static string Names(IReadOnlyList<ColumnProfile> columns) =>
        string.Join(", ", columns.Take(30).Select(column => $"\"{column.Name}\"")) + (columns.Count > 30 ? ", ..." : "");
}
