namespace CustomerDashboard.Core.DataImport.Mapping;

/// <summary>Tells files of invoice lines from files with one row per customer.</summary>
internal static class FileKindFinder
{
    public static (FileKind Kind, string Reason) Find(
        ColumnProfile[] columns, Dictionary<ColumnRole, string> mapping, IReadOnlyList<ColumnMappingProposal> proposals)
    {
        ColumnProfile? id = FindId(columns);

        // A date of birth or of signing up is a date too, but the mapper is not sure of it.
        bool hasDate = proposals.Any(proposal => proposal.Role == ColumnRole.Date);
        bool isDateSure = proposals.Any(proposal => proposal.Role == ColumnRole.Date && proposal.Confidence >= 0.4);
        bool hasMoney = mapping.ContainsKey(ColumnRole.LineAmount) || mapping.ContainsKey(ColumnRole.UnitPrice);
        bool hasCustomer = mapping.TryGetValue(ColumnRole.Customer, out string? customer);
        bool hasLines = mapping.ContainsKey(ColumnRole.Invoice) || mapping.ContainsKey(ColumnRole.ProductCode) || mapping.ContainsKey(ColumnRole.Quantity);
        ColumnProfile? customerColumn = columns.FirstOrDefault(column => column.Name == customer);
        bool customersRepeat = customerColumn is not null && customerColumn.DistinctCount < 0.98 * customerColumn.RowsSeen * (1 - customerColumn.MissingShare);
        // In a file of a few rows nobody need have come back yet: where nothing but customer, date and amount is there, nothing describes a customer.
        bool nothingElse = isDateSure && columns.All(column => mapping.ContainsValue(column.Name));
        if (hasCustomer && hasDate && hasMoney && (customersRepeat || (hasLines && isDateSure) || nothingElse))
        {
            return (FileKind.Transactions, customersRepeat
                ? $"One row per purchase: \"{customer}\" repeats from row to row and there is a date and an amount."
                : "One row per purchase: there is a customer, a date and an amount.");
        }

        if (!hasDate && columns.Length >= 2 && (id is not null || columns.Any(column => column.Type is ColumnType.Number or ColumnType.WholeNumber)) && !hasLines)
        {
            return (FileKind.CustomerAttributes, id is not null
                ? $"One row per customer: every value of \"{id.Name}\" occurs once and there is no date of purchase."
                : "One row per customer: there is no date of purchase. No column holds ids, so customers are called by their row.");
        }

        if (id is not null && hasDate && (!hasLines || !isDateSure) && !customersRepeat)
        {
            return (FileKind.CustomerAttributes, $"One row per customer: every value of \"{id.Name}\" occurs once and there is no invoice, product or quantity.");
        }

        return (FileKind.Transactions, "Taken for purchases, but a role is missing: choose the columns for customer, date and amount.");
    }

    /// <summary>For a customer file only the id has a role; everything else is an attribute.</summary>
    public static IReadOnlyList<ColumnMappingProposal> ProposeForAttributes(ColumnProfile[] columns, out Dictionary<ColumnRole, string> mapping)
    {
        ColumnProfile? id = FindId(columns);
        mapping = id is null ? [] : new() { [ColumnRole.Customer] = id.Name };
        return
        [
            .. columns.Select(column => column == id
                ? new ColumnMappingProposal(column.Name, ColumnRole.Customer, 0.9, "Its name and its values, each of which occurs once, make it the customer's id.")
                : new ColumnMappingProposal(column.Name, null, 0.9, column.Type == ColumnType.Empty ? "It is empty." : $"An attribute of the customer: {RoleContent.Describe(column)}.")),
        ];
    }

    /// <summary>The column that names customers: called like it and different in every row, or else the first such column.</summary>
    private static ColumnProfile? FindId(ColumnProfile[] columns)
    {
        RoleNames names = RoleNames.All.First(role => role.Role == ColumnRole.Customer);
        ColumnProfile? best = null;
        double bestScore = 0;
        foreach (ColumnProfile column in columns)
        {
            int present = (int)Math.Round(column.RowsSeen * (1 - column.MissingShare));
            bool isUnique = present > 0 && column.DistinctCount >= 0.98 * present && column.MissingShare < 0.02;
            if (!isUnique || column.Type is ColumnType.Date or ColumnType.Number or ColumnType.TimeOfDay or ColumnType.Empty)
            {
                continue;
            }

            string name = ColumnName.Normalise(column.Name);
            double score = ColumnName.Score(name, names) + (name is "id" or "rowid" or "index" or "no" or "nr" || name.EndsWith("id", StringComparison.Ordinal) ? 0.6 : 0)
                + (column.Index == 0 ? 0.2 : 0);
            if (score > bestScore && score >= 0.5)
            {
                (best, bestScore) = (column, score);
            }
        }

        return best;
    }
}
