using System.Globalization;
using CustomerDashboard.Core.Sampling;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerDashboard.Tests.Core.Sampling;

public class SampleRetailerTests
{
    private static string Write(SampleOptions options)
    {
        using var output = new StringWriter();
        SampleRetailer.WriteTransactions(output, options, null, TestContext.Current.CancellationToken);
        return output.ToString();
    }

    private static T Under<T>(string culture, Func<T> act)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo(culture);
        try
        {
            return act();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public void The_same_seed_writes_the_same_bytes_under_any_culture(string culture)
    {
        var options = new SampleOptions { Customers = 60, Seed = 7 };
        Assert.Equal(Under("en-US", () => Write(options)), Under(culture, () => Write(options)));
    }

    [Fact]
    public void Another_seed_writes_other_lines() =>
        Assert.NotEqual(Write(new SampleOptions { Customers = 40, Seed = 1 }), Write(new SampleOptions { Customers = 40, Seed = 2 }));

    [Fact]
    public void Blemishes_stay_within_the_stated_shares() =>
        Prop.ForAll(Gen.Choose(1, 100_000).ToArbitrary(), seed =>
        {
            string[] lines = Write(new SampleOptions { Customers = 400, Seed = seed })
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)[1..];
            string[][] rows = lines.Select(line => line.Split(',')).ToArray();
            Assert.All(rows, row => Assert.Equal(8, row.Length));
            double guests = rows.Count(row => row[6].Length == 0) / (double)rows.Length;
            double cancelled = rows.Count(row => row[0].StartsWith('C')) / (double)rows.Length;
            double duplicates = (lines.Length - lines.Distinct().Count()) / (double)lines.Length;
            Assert.InRange(guests, .10, .22);
            Assert.InRange(cancelled, .01, .04);
            Assert.InRange(duplicates, .008, .018);
            Assert.All(rows.Where(row => row[0].StartsWith('C')), row => Assert.StartsWith("-", row[3], StringComparison.Ordinal));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(6));

    [Fact]
    public void Every_planted_customer_with_an_id_appears_and_no_other()
    {
        var options = new SampleOptions { Customers = 300, Seed = 11 };
        HashSet<string> written = Write(options).Split('\n', StringSplitOptions.RemoveEmptyEntries)[1..]
            .Select(line => line.Split(',')[6]).Where(id => id.Length > 0).ToHashSet();
        HashSet<string> planted = SampleRetailer.Customers(options)
            .Select(customer => customer.Id.ToString(CultureInfo.InvariantCulture)).ToHashSet();
        Assert.Empty(written.Except(planted));
        Assert.Empty(planted.Except(written));
    }

    [Fact]
    public void Every_kind_of_customer_is_planted_and_listed()
    {
        var options = new SampleOptions { Customers = 200 };
        using var output = new StringWriter();
        SampleRetailer.WritePlanted(output, options);
        string[] lines = output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(201, lines.Length);
        Assert.Equal("CustomerID,Segment", lines[0]);
        Assert.Equal(
            Enum.GetNames<SampleSegment>().Order(StringComparer.Ordinal),
            lines[1..].Select(line => line.Split(',')[1]).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Autumn_is_busier_than_winter_and_saturdays_are_quiet()
    {
        DateTime[] dates = Write(new SampleOptions { Customers = 400 })
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)[1..]
            .Select(line => DateTime.ParseExact(line.Split(',')[4], "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)).ToArray();
        Assert.True(dates.Zip(dates.Skip(1)).All(pair => pair.First <= pair.Second));
        Assert.True(dates.Count(d => d.Month == 11) > 1.3 * dates.Count(d => d.Month == 2));
        Assert.True(dates.Count(d => d.DayOfWeek == DayOfWeek.Saturday) < .5 * dates.Count(d => d.DayOfWeek == DayOfWeek.Monday));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1_000_001)]
    public void Impossible_sizes_are_refused_in_words(int customers)
    {
        var thrown = Assert.Throws<ArgumentOutOfRangeException>(() => Write(new SampleOptions { Customers = customers }));
        Assert.Contains("1000000", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_single_customer_is_enough() => Assert.NotEmpty(Write(new SampleOptions { Customers = 1 }));
}
