using System.Globalization;
using System.Text;
using CustomerDashboard.Core.DataImport;
using CustomerDashboard.Core.Transactions;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerDashboard.Tests.Core.DataImport;

/// <summary>What is written in any dialect is read back; whatever is read, every row is accounted for.</summary>
public sealed class ImportPropertyTests
{
    private static readonly string[] Names = ["Anna", "Ünal, Ö.", "\"Q\"", " blank ", "two\nlines", "a;b", "c|d", "0042", "x\ty", "Ærø"];

    [Fact]
    public void A_table_written_in_any_dialect_is_read_back()
    {
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            Random random = new(seed);
            char delimiter = ",;\t|"[random.Next(4)];
            bool comma = delimiter != ',' && random.Next(2) == 0;
            string dateFormat = ((string[])["yyyy-MM-dd HH:mm:ss", "dd.MM.yyyy HH:mm", "dd/MM/yyyy", "M/d/yyyy h:mm tt", "yyyyMMdd"])[random.Next(5)];
            string end = ((string[])["\n", "\r\n", "\r"])[random.Next(3)];
            Encoding encoding = ((Encoding[])[new UTF8Encoding(true), new UTF8Encoding(false), new UnicodeEncoding(false, true), new UnicodeEncoding(true, true)])[random.Next(4)];
            int rows = random.Next(3, 60);
            (string Customer, DateTime Date, double Quantity, double Price)[] expected = new (string, DateTime, double, double)[rows];
            StringBuilder text = new(string.Join(delimiter, "Customer", "Order Date", "Quantity", "Unit Price") + end);
            for (int row = 0; row < rows; row++)
            {
                // The first two rows settle day or month and the decimal mark, as some row of a real file does.
                DateTime date = row == 0 ? new DateTime(2011, 1, 31, 13, 5, 0) : new DateTime(2009, 1, 1).AddMinutes(random.Next(1_500_000));
                date = DateTime.ParseExact(date.ToString(dateFormat, CultureInfo.InvariantCulture), dateFormat, CultureInfo.InvariantCulture);
                double price = row == 0 ? 1234.5 : Math.Round(random.NextDouble() * 3000, 2);
                expected[row] = (Names[random.Next(Names.Length)], date, random.Next(-20, 2000), price);
                string written = price.ToString(random.Next(2) == 0 ? "N2" : "0.##", CultureInfo.InvariantCulture);
                written = comma ? written.Replace(',', '_').Replace('.', ',').Replace('_', '.') : written;
                text.AppendJoin(delimiter, Quote(expected[row].Customer, delimiter), Quote(date.ToString(dateFormat, CultureInfo.InvariantCulture), delimiter),
                    expected[row].Quantity.ToString(CultureInfo.InvariantCulture), Quote(written, delimiter)).Append(end);
            }

            using TemporaryFile file = TemporaryFile.Of(text.ToString(), encoding);
            TransactionTable table = TransactionImporter.Import(file.Path, "shop.csv", new ImportOptions { Mapping = Mapping }).Table;
            Assert.Equal(rows, table.RowCount);
            for (int row = 0; row < rows; row++)
            {
                Assert.Equal(expected[row], (table.Customer[row]!, table.Date(row), table.Quantity[row], table.UnitPrice[row]));
            }
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Whatever_bytes_come_every_row_is_accounted_for_or_the_file_is_refused_in_words()
    {
        string good = "Customer,Order Date,Quantity,Unit Price\n" + string.Concat(Enumerable.Range(0, 40).Select(i => $"\"c{i % 5}\",2011-01-{(i % 28) + 1:00},{i},{i * 1.25:0.00}\n"));
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            Random random = new(seed);
            List<byte> bytes = [.. Encoding.UTF8.GetBytes(good)];
            for (int change = random.Next(1, 25); change > 0 && bytes.Count > 1; change--)
            {
                int at = random.Next(bytes.Count);
                byte value = random.Next(3) == 0 ? (byte)random.Next(256) : (byte)"\",\n\r;\0\t x9-/."[random.Next(13)];
                switch (random.Next(4))
                {
                    case 0:
                        bytes.RemoveAt(at);
                        break;
                    case 1:
                        bytes.Insert(at, value);
                        break;
                    case 2 when random.Next(8) == 0:
                        bytes.RemoveRange(at, bytes.Count - at);
                        break;
                    default:
                        bytes[at] = value;
                        break;
                }
            }

            using TemporaryFile file = TemporaryFile.Of([.. bytes]);
            try
            {
                ImportResult result = TransactionImporter.Import(file.Path, "shop.csv");
                Assert.Equal(result.Report.RowsRead, result.Report.RowsKept + result.Report.RowsRejected);
                Assert.Equal(result.Report.RowsKept, result.Table.RowCount);
                Assert.Equal(result.Report.RowsRejected, result.Report.Rejected.Count);
                Assert.Equal(result.Report.RowsRejected, result.Report.RejectedByReason.Sum(count => count.Rows));
                Assert.All(result.Report.Rejected, row => Assert.NotEmpty(row.Reason));
            }
            catch (ImportException exception)
            {
                Assert.Contains("shop.csv", exception.Message, StringComparison.Ordinal);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(400));
    }

    [Fact]
    public void A_damaged_workbook_is_read_or_refused_in_words()
    {
        object?[][] rows = [["Customer", "Date", "Amount"], .. Enumerable.Range(1, 60).Select(i => new object?[] { $"C{i % 9}", new DateTime(2011, 1, 1).AddDays(i), i * 1.5 })];
        using TemporaryFile whole = WorkbookBuilder.Build(("Sales", rows));
        byte[] good = File.ReadAllBytes(whole.Path);
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            Random random = new(seed);
            byte[] bytes = [.. good];
            if (random.Next(2) == 0)
            {
                // Damage inside a part, which the packing would otherwise mostly notice first.
                (string Name, byte[] Content)[] parts = WorkbookBuilder.Parts(("Sales", rows));
                byte[] content = parts[random.Next(parts.Length)].Content;
                for (int change = random.Next(1, 12); change > 0; change--)
                {
                    content[random.Next(content.Length)] = (byte)"<>/\"= crvts10&;x"[random.Next(16)];
                }

                using TemporaryFile damaged = TemporaryFile.Zip(parts);
                bytes = File.ReadAllBytes(damaged.Path);
            }

            for (int change = random.Next(0, 5); change > 0; change--)
            {
                bytes[random.Next(4, bytes.Length)] = (byte)random.Next(256);
            }

            using TemporaryFile file = TemporaryFile.Of(bytes);
            try
            {
                ImportReport report = TransactionImporter.Import(file.Path, "book.xlsx").Report;
                Assert.Equal(report.RowsRead, report.RowsKept + report.RowsRejected);
            }
            catch (ImportException exception)
            {
                Assert.NotEmpty(exception.Message);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(400));
    }

    private static Dictionary<ColumnRole, string> Mapping => new()
    {
        [ColumnRole.Customer] = "Customer",
        [ColumnRole.Date] = "Order Date",
        [ColumnRole.Quantity] = "Quantity",
        [ColumnRole.UnitPrice] = "Unit Price",
    };

    private static string Quote(string value, char delimiter) =>
        value.Contains(delimiter) || value.Contains('"') || value.Contains('\n') ? $"\"{value.Replace("\"", "\"\"")}\"" : value;
}
