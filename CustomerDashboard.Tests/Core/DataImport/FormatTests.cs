using System.Globalization;
using System.Text;
using CustomerDashboard.Core.DataImport;
using CustomerDashboard.Core.Transactions;

namespace CustomerDashboard.Tests.Core.DataImport;

/// <summary>Delimiters, encodings, packings, number and date formats are recognised from the content.</summary>
public sealed class FormatTests
{
    [Fact]
    public void A_European_file_is_read()
    {
        StringBuilder text = new("Rechnungsnr;Artikelnummer;Artikelbezeichnung;Menge;Rechnungsdatum;Einzelpreis;Kunden-Nr;Land\r\n");
        for (int i = 1; i <= 40; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"R{1000 + (i / 4)};A{i % 9};Grüner Kürbis {i % 9};{i};{(i % 28) + 1:00}.12.2010 08:{i:00};1.234,{i:00} €;K{i % 6};Österreich\r\n");
        }

        using TemporaryFile file = TemporaryFile.Of(text.ToString(), Windows1252());
        FileProfile profile = FileProfiler.Profile(file.Path, "umsatz.csv");
        Assert.Equal(';', profile.Delimiter);
        Assert.Equal(TextEncodingKind.Windows1252, profile.Encoding);
        Assert.Equal("semicolon-separated text, Windows-1252", profile.FormatDescription);
        Assert.Equal(',', profile.Columns[5].DecimalMark);
        Assert.Equal('.', profile.Columns[5].ThousandsMark);
        Assert.Equal("dd.MM.yyyy HH:mm", profile.Columns[4].DateFormats[0]);
        Assert.Equal(DateOrder.DayFirst, profile.DateQuestion!.Settled);

        ImportResult result = TransactionImporter.Import(file.Path, "umsatz.csv", profile.Proposed);
        Assert.Equal(40, result.Report.RowsKept);
        Assert.Equal(1234.01, result.Table.UnitPrice[0]);
        Assert.Equal(new DateTime(2010, 12, 2, 8, 1, 0), result.Table.Date(0));
        Assert.Equal("Österreich", result.Table.Country![0]);
        Assert.Equal("Grüner Kürbis 1", result.Table.Description![0]);
    }

    [Theory]
    [InlineData("invoice", "quantity", "date", "price", "customer id", "country")]
    [InlineData("OrderNumber", "order_qty", "OrderDate", "unitPrice", "customer_id", "ship_country")]
    [InlineData("Rechnungsnummer", "Stückzahl", "Datum", "Einzelpreis", "Kundennummer", "Land")]
    [InlineData("N° facture", "Quantité", "Date facture", "Prix unitaire", "Client", "Pays")]
    [InlineData("Factura", "Cantidad", "Fecha", "Precio unitario", "Código cliente", "País")]
    [InlineData("Numero fattura", "Quantità", "Data fattura", "Prezzo unitario", "Cliente", "Paese")]
    [InlineData("Número pedido", "Quantidade", "Data da compra", "Preço unitário", "ID Cliente", "País")]
    [InlineData("Factuurnummer", "Aantal", "Factuurdatum", "Stukprijs", "Klantnr", "Land")]
    [InlineData("Nr faktury", "Ilość", "Data sprzedaży", "Cena jednostkowa", "Klient", "Kraj")]
    [InlineData("Fatura No", "Miktar", "Tarih", "Birim Fiyat", "Müşteri", "Ülke")]
    [InlineData("receipt_id", "units", "purchase_date", "price_gbp", "shopper", "Market")]
    [InlineData("BasketID", "Qty", "Timestamp", "Selling Price", "LoyaltyID", "Nation")]
    public void Headers_in_other_languages_and_styles_are_understood(string invoice, string quantity, string date, string price, string customer, string country)
    {
        StringBuilder text = new($"extra;{country};{customer};{price};{date};{quantity};{invoice}\n");
        for (int i = 0; i < 60; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"x;Spain;{17000 + (i % 7)};{1.25 + i};2011-03-{(i % 28) + 1:00};{(i % 5) + 1};{5000 + (i / 3)}\n");
        }

        using TemporaryFile file = TemporaryFile.Of(text.ToString());
        FileProfile profile = FileProfiler.Profile(file.Path, "shop.csv");
        Assert.Equal(FileKind.Transactions, profile.Kind);
        Assert.Equal(
            [null, ColumnRole.Country, ColumnRole.Customer, ColumnRole.UnitPrice, ColumnRole.Date, ColumnRole.Quantity, ColumnRole.Invoice],
            profile.Mapping.Select(proposal => proposal.Role));
        Assert.DoesNotContain(profile.Messages, message => message.Severity != MappingSeverity.Information);
        Assert.Contains(profile.Messages, message => message.Text.StartsWith("No product code: no basket analysis", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    [InlineData('\t')]
    [InlineData('|')]
    public void Every_delimiter_and_encoding_gives_the_same_table(char delimiter)
    {
        StringBuilder text = new(string.Join(delimiter, "Invoice", "Description", "Quantity", "Date", "Price", "Customer") + "\n");
        for (int i = 0; i < 50; i++)
        {
            text.AppendJoin(delimiter, $"{i / 3}", $"\"Crème; brûlée, a\tb|c \"\"{i % 4}\"\"\"", "3", $"2011-01-{(i % 28) + 1:00}", "2.5", $"c{i % 5}").Append('\n');
        }

        Encoding[] encodings = [new UTF8Encoding(false), new UTF8Encoding(true), new UnicodeEncoding(false, true), new UnicodeEncoding(true, true), new UnicodeEncoding(false, false), Windows1252()];
        foreach (Encoding encoding in encodings)
        {
            byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(text.ToString())];
            foreach (TemporaryFile file in (TemporaryFile[])[TemporaryFile.Of(bytes), TemporaryFile.Of(TemporaryFile.Gzip(bytes)), TemporaryFile.Zip(("../../etc/sales.csv", bytes))])
            {
                using (file)
                {
                    TransactionTable table = TransactionImporter.Import(file.Path, "sales").Table;
                    Assert.Equal(50, table.RowCount);
                    Assert.Equal("Crème; brûlée, a\tb|c \"1\"", table.Description![1]);
                    Assert.Equal(17, table.Invoice!.Values.Length);
                }
            }
        }
    }

    [Fact]
    public void Dates_nobody_can_settle_are_a_question_with_both_readings()
    {
        string text = "customer,date,amount\n" + string.Concat(Enumerable.Range(0, 30).Select(i => $"c{i % 4},0{(i % 9) + 1}/04/2011,{i}\n"));
        using TemporaryFile file = TemporaryFile.Of(text);
        DateOrderQuestion question = FileProfiler.Profile(file.Path, "a.csv").DateQuestion!;
        Assert.True(question.NeedsAnswer);
        Assert.Equal("01/04/2011", question.SampleValue);
        Assert.Equal(new DateTime(2011, 4, 1), question.DayFirstReading);
        Assert.Equal(new DateTime(2011, 1, 4), question.MonthFirstReading);
        ImportException exception = Assert.Throws<ImportException>(() => TransactionImporter.Import(file.Path, "a.csv"));
        Assert.Equal(ImportErrorCode.DateOrderUnknown, exception.Code);
        Assert.Contains("1 April 2011 or 4 January 2011", exception.Message, StringComparison.Ordinal);
        Assert.Equal(new DateTime(2011, 1, 4), TransactionImporter.Import(file.Path, "a.csv", new ImportOptions { DateOrder = DateOrder.MonthFirst }).Table.Date(0));
    }

    [Fact]
    public void Dates_with_points_are_a_question_too_unless_a_row_settles_them()
    {
        string open = "customer;date;amount\n" + string.Concat(Enumerable.Range(0, 9).Select(i => $"c{i % 3};01.02.2011;{i}\n"));
        using TemporaryFile file = TemporaryFile.Of(open);
        DateOrderQuestion question = FileProfiler.Profile(file.Path, "a.csv").DateQuestion!;
        Assert.True(question.NeedsAnswer);
        Assert.Equal((new DateTime(2011, 2, 1), new DateTime(2011, 1, 2)), (question.DayFirstReading, question.MonthFirstReading));
        Assert.Equal(ImportErrorCode.DateOrderUnknown, Assert.Throws<ImportException>(() => TransactionImporter.Import(file.Path, "a.csv")).Code);
        Assert.Equal(new DateTime(2011, 1, 2), TransactionImporter.Import(file.Path, "a.csv", new ImportOptions { DateOrder = DateOrder.MonthFirst }).Table.Date(0));

        using TemporaryFile settled = TemporaryFile.Of(open + "c1;13.02.2011;4\n");
        ImportResult result = TransactionImporter.Import(settled.Path, "a.csv");
        Assert.Equal(new DateTime(2011, 2, 1), result.Table.Date(0));
        Assert.Contains(result.Report.Notes, note => note.Contains("\"13.02.2011\" on line 11", StringComparison.Ordinal));
    }

    [Fact]
    public void The_last_row_of_a_long_file_settles_the_order()
    {
        string text = "customer,date,amount\n" + string.Concat(Enumerable.Range(0, 60_000).Select(i => $"c{i % 400},0{(i % 9) + 1}/04/2011,{i % 90}\n")) + "c1,04/25/2011,3\n";
        using TemporaryFile file = TemporaryFile.Of(text);
        DateOrderQuestion question = FileProfiler.Profile(file.Path, "a.csv").DateQuestion!;
        Assert.Equal(DateOrder.MonthFirst, question.Settled);
        Assert.Contains("line 60002", question.Reason, StringComparison.Ordinal);
        Assert.Equal(new DateTime(2011, 1, 4), TransactionImporter.Import(file.Path, "a.csv").Table.Date(0));
    }

    [Theory]
    [InlineData("1/31/2011 2:05 PM", "2011-01-31T14:05:00")]
    [InlineData("2011-01-31T14:05:06Z", "2011-01-31T14:05:06")]
    [InlineData("20110131", "2011-01-31T00:00:00")]
    [InlineData("31-Jan-2011", "2011-01-31T00:00:00")]
    [InlineData("January 31, 2011", "2011-01-31T00:00:00")]
    [InlineData("31. Dezember 2011", "2011-12-31T00:00:00")]
    [InlineData("31 de enero de 2011", "2011-01-31T00:00:00")]
    [InlineData("31 août 2011 8:30", "2011-08-31T08:30:00")]
    [InlineData("31.1.11", "2011-01-31T00:00:00")]
    [InlineData("2011/01/31 23:59:59.5", "2011-01-31T23:59:59.5")]
    public void Dates_are_read_as_people_write_them(string written, string expected)
    {
        using TemporaryFile file = TemporaryFile.Of(string.Concat("customer;date;amount\n", string.Concat(Enumerable.Range(0, 9).Select(i => $"c{i % 3};{written};{i}\n"))));
        Assert.Equal(DateTime.Parse(expected, CultureInfo.InvariantCulture), TransactionImporter.Import(file.Path, "a.csv").Table.Date(0));
    }

    [Fact]
    public void A_separate_time_column_is_added_to_the_date()
    {
        using TemporaryFile file = TemporaryFile.Of("client,date,heure,montant\nA,2011-05-01,08:30,5\nA,2011-05-02,18:45:10,6\nB,2011-05-02,,7\n");
        TransactionTable table = TransactionImporter.Import(file.Path, "a.csv").Table;
        Assert.Equal(new DateTime(2011, 5, 2, 18, 45, 10), table.Date(1));
        Assert.Equal(new DateTime(2011, 5, 2), table.Date(2));
        Assert.Equal(5, table.UnitPrice[0]);
        Assert.False(table.HasQuantity);
    }

    [Fact]
    public void A_file_without_header_is_mapped_by_content_and_said_so()
    {
        string text = string.Concat(Enumerable.Range(0, 200).Select(i => $"{536000 + (i / 5)},{20000 + (i * 37 % 900)},NICE LONG PRODUCT NAME {i % 30},{(i % 12) + 1},2011-01-{(i % 28) + 1:00} 10:00,{1.5 + (i % 9)},{(i % 11 == 0 ? "" : $"{12000 + (i / 20)}")},France\n"));
        using TemporaryFile file = TemporaryFile.Of(text);
        FileProfile profile = FileProfiler.Profile(file.Path, "a.csv");
        Assert.False(profile.HasHeader);
        Assert.Equal("Column 1", profile.Columns[0].Name);
        Assert.Equal(ColumnRole.Date, profile.Mapping[4].Role);
        Assert.Equal(ColumnRole.Customer, profile.Mapping[6].Role);
        Assert.Equal(ColumnRole.Country, profile.Mapping[7].Role);
        Assert.Equal(200, TransactionImporter.Import(file.Path, "a.csv").Report.RowsKept);
    }

    [Fact]
    public void Options_can_be_kept_as_JSON()
    {
        ImportOptions options = new() { Kind = FileKind.Transactions, Mapping = new Dictionary<ColumnRole, string> { [ColumnRole.Customer] = "Kunde" }, Delimiter = ';', DateOrder = DateOrder.DayFirst };
        System.Text.Json.JsonSerializerOptions json = new() { Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() } };
        ImportOptions back = System.Text.Json.JsonSerializer.Deserialize<ImportOptions>(System.Text.Json.JsonSerializer.Serialize(options, json), json)!;
        Assert.Equal("Kunde", back.Mapping![ColumnRole.Customer]);
        Assert.Equal(';', back.Delimiter);
        Assert.Equal(options.Limits, back.Limits);
    }

    private static Encoding Windows1252()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding(1252);
    }
}
