using System.Collections.Concurrent;
using System.Globalization;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;
using CustomerDashboard.Core.Transactions;

namespace CustomerDashboard.Tests.Core.Cleaning;

/// <summary>
/// A plain reader of the two Online Retail files, independent of data import, so that a wrong figure can be laid to
/// cleaning or to import. Each file is read once per test run.
/// </summary>
internal static class RetailFile
{
    private static readonly ConcurrentDictionary<string, Lazy<TransactionTable>> Tables = new();

    public static TransactionTable First => Load("online_retail.csv.gz");

    public static TransactionTable Second => Load("online_retail_II.csv.gz");

    private static TransactionTable Load(string name)
    {
        string path = SharedData.Require(name);
        return Tables.GetOrAdd(name, _ => new Lazy<TransactionTable>(() => Read(path))).Value;
    }

    private static TransactionTable Read(string path)
    {
        using StreamReader reader = new(new GZipStream(File.OpenRead(path), CompressionMode.Decompress), Encoding.UTF8);
        Coder invoice = new(), product = new(), description = new(), customer = new(), country = new();
        List<double> quantity = [], price = [];
        List<long> ticks = [];
        List<string> fields = [];
        _ = reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            Split(line, fields);
            invoice.Add(fields[0]);
            product.Add(fields[1]);
            description.Add(fields[2]);
            quantity.Add(double.Parse(fields[3], CultureInfo.InvariantCulture));
            ticks.Add(DateTime.Parse(fields[4], CultureInfo.InvariantCulture).Ticks);
            price.Add(double.Parse(fields[5], CultureInfo.InvariantCulture));
            customer.Add(fields[6].EndsWith(".0", StringComparison.Ordinal) ? fields[6][..^2] : fields[6]);
            country.Add(fields[7]);
        }

        return new TransactionTable
        {
            Customer = customer.Column,
            Invoice = invoice.Column,
            Product = product.Column,
            Description = description.Column,
            Country = country.Column,
            Quantity = [.. quantity],
            UnitPrice = [.. price],
            Ticks = [.. ticks],
            SourceLine = [.. Enumerable.Range(2, ticks.Count)],
        };
    }

    private static void Split(string line, List<string> fields)
    {
        fields.Clear();
        StringBuilder field = new();
        bool quoted = false;
        foreach (char character in line)
        {
            if (character == '"')
            {
                quoted = !quoted;
            }
            else if (character == ',' && !quoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else
            {
                field.Append(character);
            }
        }

        fields.Add(field.ToString());
    }

    private sealed class Coder
    {
        private readonly Dictionary<string, int> known = new(StringComparer.Ordinal);
        private readonly List<string> values = [];
        private readonly List<int> codes = [];

        public CodedColumn Column => new([.. codes], [.. values]);

        public void Add(string value)
        {
            if (value.Length == 0)
            {
                codes.Add(CodedColumn.Missing);
                return;
            }

            ref int code = ref CollectionsMarshal.GetValueRefOrAddDefault(known, value, out bool exists);
            if (!exists)
            {
                code = values.Count;
                values.Add(value);
            }

            codes.Add(code);
        }
    }
}
