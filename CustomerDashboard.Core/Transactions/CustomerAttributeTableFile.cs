namespace CustomerDashboard.Core.Transactions;

/// <summary>Keeps a table of customer attributes on disk in its in-memory form.</summary>
public static class CustomerAttributeTableFile
{
    private const string Kind = "customers";
    private const int Version = 1;

    /// <summary>Writes the table; the file appears whole or not at all.</summary>
    public static void Save(CustomerAttributeTable table, string path)
    {
        ArgumentNullException.ThrowIfNull(table);
        using TableFileWriter writer = new(path, Kind, Version);
        writer.WriteTexts(table.CustomerIds);
        writer.WriteArray(table.SourceLine);
        writer.WriteNumber(table.Columns.Count);
        foreach (AttributeColumn column in table.Columns)
        {
            writer.WriteText(column.Name);
            writer.WriteArray(column.Numbers);
            writer.WriteColumn(column.Categories);
        }

        writer.Complete();
    }

    /// <summary>Reads a table back.</summary>
    /// <exception cref="TableFileException">The file is damaged or of another version.</exception>
    public static CustomerAttributeTable Load(string path)
    {
        using TableFileReader reader = new(path, Kind, Version);
        string[] ids = reader.ReadTexts() ?? throw TableFileReader.Damaged();
        int[] lines = reader.ReadRows<int>(ids.Length) ?? throw TableFileReader.Damaged();
        long count = reader.ReadNumber();
        List<AttributeColumn> columns = [];
        for (long i = 0; i < count; i++)
        {
            string name = reader.ReadText();
            double[]? numbers = reader.ReadRows<double>(ids.Length);
            CodedColumn? categories = reader.ReadColumn(ids.Length);
            columns.Add(numbers is null == categories is null ? throw TableFileReader.Damaged() : new AttributeColumn(name, numbers, categories));
        }

        reader.Complete();
        return new CustomerAttributeTable(ids, columns, lines);
    }
}
