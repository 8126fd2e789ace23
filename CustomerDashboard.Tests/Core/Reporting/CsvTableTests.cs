using System.Globalization;
using CustomerDashboard.Core.Reporting;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerDashboard.Tests.Core.Reporting;

public class CsvTableTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+cmd", "'+cmd")]
    [InlineData("-SUM(A1)", "'-SUM(A1)")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("＝1+1", "'＝1+1")]
    [InlineData("=HYPERLINK(\"http://x\",\"y\")", "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"")]
    [InlineData("-12.5", "-12.5")]
    [InlineData("+7", "+7")]
    [InlineData("85123A", "85123A")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"hi\"", "\"say \"\"hi\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void Text_is_quoted_and_never_a_formula(string? text, string expected)
    {
        using var output = new StringWriter();
        new CsvTable(output).Text(text).EndRow();
        Assert.Equal(expected + "\n", output.ToString());
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    [InlineData("sv-SE")]
    public void Numbers_are_written_alike_under_any_culture_and_read_back_the_same(string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo(culture);
        try
        {
            Prop.ForAll(ArbMap.Default.ArbFor<double>(), value =>
            {
                using var output = new StringWriter(CultureInfo.InvariantCulture);
                new CsvTable(output).Number(value).EndRow();
                string written = output.ToString().TrimEnd('\n');
                return double.IsFinite(value)
                    ? double.Parse(written, NumberStyles.Float, CultureInfo.InvariantCulture).Equals(value)
                    : written.Length == 0;
            }).QuickCheckThrowOnFailure();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Cells_and_rows_are_separated()
    {
        using var output = new StringWriter();
        var csv = new CsvTable(output);
        csv.Row("a", "b");
        csv.Text(null).Whole(-3).Number(null).Number(double.NaN).EndRow();
        Assert.Equal("a,b\n,-3,,\n", output.ToString());
    }

    [Fact]
    public void Ids_that_are_numbers_are_sorted_by_value_others_by_their_characters()
    {
        Assert.Equal([1, 0, 2], CustomersCsv.SortedRows(["100", "20", "1000"]));
        Assert.Equal([0, 2, 1], CustomersCsv.SortedRows(["100", "x20", "1000"]));
    }
}
