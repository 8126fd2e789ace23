namespace CustomerDashboard.Core.Transactions;

/// <summary>Keeps a table on disk in its in-memory form, so that a workspace reopens without reading the retail file again.</summary>
public static class TransactionTableFile
{
    private const string Kind = "transactions";
    private const int Version = 1;

    /// <summary>Writes the table; the file appears whole or not at all.</summary>
    public static void Save(TransactionTable table, string path)
    {
        ArgumentNullException.ThrowIfNull(table);
        using TableFileWriter writer = new(path, Kind, Version);
        writer.WriteNumber(table.RowCount);
        writer.WriteNumber((table.HasQuantity ? 1 : 0) + (table.HasUnitPrice ? 2 : 0));
        writer.WriteTexts(table.Sheets);
        writer.WriteArray(table.SheetOfRow);
        writer.WriteArray(table.Ticks);
        writer.WriteArray(table.Quantity);
        writer.WriteArray(table.UnitPrice);
        writer.WriteArray(table.LineAmount);
        writer.WriteArray(table.Discount);
        writer.WriteArray(table.SourceLine);
        writer.WriteColumn(table.Customer);
        writer.WriteColumn(table.Invoice);
        writer.WriteColumn(table.Product);
        writer.WriteColumn(table.Description);
        writer.WriteColumn(table.Country);
        writer.WriteColumn(table.Category);
        writer.Complete();
    }

    /// <summary>Reads a table back.</summary>
    /// <exception cref="TableFileException">The file is damaged or of another version.</exception>
    public static TransactionTable Load(string path)
    {
        using TableFileReader reader = new(path, Kind, Version);
        long count = reader.ReadNumber();
        int rows = count is >= 0 and <= int.MaxValue ? (int)count : throw TableFileReader.Damaged();
        long flags = reader.ReadNumber();
        string[]? sheets = reader.ReadTexts();
        byte[]? sheetOfRow = reader.ReadRows<byte>(rows);
        TransactionTable table = new()
        {
            HasQuantity = (flags & 1) != 0,
            HasUnitPrice = (flags & 2) != 0,
            Sheets = sheets ?? [],
            SheetOfRow = sheetOfRow,
            Ticks = reader.ReadRows<long>(rows) ?? throw TableFileReader.Damaged(),
            Quantity = reader.ReadRows<double>(rows) ?? throw TableFileReader.Damaged(),
            UnitPrice = reader.ReadRows<double>(rows) ?? throw TableFileReader.Damaged(),
            LineAmount = reader.ReadRows<double>(rows),
            Discount = reader.ReadRows<double>(rows),
            SourceLine = reader.ReadRows<int>(rows) ?? throw TableFileReader.Damaged(),
            Customer = reader.ReadColumn(rows) ?? throw TableFileReader.Damaged(),
            Invoice = reader.ReadColumn(rows),
            Product = reader.ReadColumn(rows),
            Description = reader.ReadColumn(rows),
            Country = reader.ReadColumn(rows),
            Category = reader.ReadColumn(rows),
        };
        reader.Complete();
        return table;
    }
}
