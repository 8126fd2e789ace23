using System.Text.Json;
using System.Text.Json.Serialization;
using CustomerDashboard.Core.Analysis;
using CustomerDashboard.Core.DataImport;
using CustomerDashboard.Core.Reporting;
using CustomerDashboard.Core.Transactions;

namespace CustomerDashboard.Workspaces;

/// <summary>Keeps the last file that was read in a folder: a table in its in-memory form and the report as JSON.</summary>
internal sealed class FolderImportStore(string folder) : IImportStore
{
    private const string Prefix = "import-";

    private static readonly JsonSerializerOptions Json = new()
    {
        Converters = { new JsonStringEnumConverter() },
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    public ImportedFile? TryLoad(string key)
    {
        string report = ReportPath(key);
        try
        {
            // The report is written last, so it vouches for the table.
            if (!File.Exists(report))
            {
                return null;
            }

            using FileStream stream = File.OpenRead(report);
            if (JsonSerializer.Deserialize<ImportReport>(stream, Json) is not { } read)
            {
                return null;
            }

            return File.Exists(TransactionsPath(key))
                ? new ImportedFile(TransactionTableFile.Load(TransactionsPath(key)), null, read)
                : new ImportedFile(null, CustomerAttributeTableFile.Load(AttributesPath(key)), read);
        }
#pragma warning disable CA1031 // Whatever is wrong with the copy, the retail file itself is still there and is simply read again.
        catch (Exception damage) when (damage is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            return null;
        }
    }

    public bool Holds(string key) => File.Exists(ReportPath(key));

    public void Save(string key, ImportedFile file)
    {
        try
        {
            foreach (string old in Directory.EnumerateFiles(folder, Prefix + "*"))
            {
                File.Delete(old);
            }

            if (file.Transactions is { } transactions)
            {
                TransactionTableFile.Save(transactions, TransactionsPath(key));
            }
            else
            {
                CustomerAttributeTableFile.Save(file.Attributes!, AttributesPath(key));
            }

            AtomicFile.Write(ReportPath(key), stream => JsonSerializer.Serialize(stream, file.Report, Json));
        }
#pragma warning disable CA1031 // Only a later start is slower for it: a full disk, say, must not fail the analysis.
        catch (Exception failure) when (failure is not OutOfMemoryException)
#pragma warning restore CA1031
        {
        }
    }

    private string ReportPath(string key) => Path.Combine(folder, $"{Prefix}{key[..24]}.report.json");

    private string TransactionsPath(string key) => Path.Combine(folder, $"{Prefix}{key[..24]}.transactions");

    private string AttributesPath(string key) => Path.Combine(folder, $"{Prefix}{key[..24]}.attributes");
}
