using System.Globalization;
using CustomerDashboard.Components.Controls;

namespace CustomerDashboard.Tests.Components.Controls;

public sealed class NumbersTests : IDisposable
{
    private readonly CultureInfo before = CultureInfo.CurrentCulture;

    public NumbersTests() => CultureInfo.CurrentCulture = new CultureInfo("en-GB");

    public void Dispose() => CultureInfo.CurrentCulture = before;

    [Theory]
    [InlineData(8_887_208.894, "8.89 M")]
    [InlineData(779_424, "779 k")]
    [InlineData(999_600, "1.00 M")]
    [InlineData(5_878, "5,878")]
    [InlineData(717, "717")]
    [InlineData(0, "0")]
    [InlineData(0.041683, "0.0417")]
    [InlineData(12.345, "12.3")]
    [InlineData(-1_234_567, "-1.23 M")]
    [InlineData(2_500_000_000, "2.50 bn")]
    [InlineData(double.NaN, "–")]
    [InlineData(double.PositiveInfinity, "–")]
    public void Rounded_keeps_three_significant_digits(double value, string expected) => Assert.Equal(expected, Numbers.Rounded(value));

    [Theory]
    [InlineData(0.6502, "65%")]
    [InlineData(0.0312, "3.1%")]
    [InlineData(0.05, "5%")]
    [InlineData(1, "100%")]
    [InlineData(0, "0%")]
    [InlineData(0.225, "23%")]
    [InlineData(0.105, "11%")]
    [InlineData(0.9912, "99.1%")]
    [InlineData(0.99999, "100%")]
    public void Percent_has_no_false_precision(double share, string expected) => Assert.Equal(expected, Numbers.Percent(share));

    [Theory]
    [InlineData("de-DE", "3,1%")]
    [InlineData("tr-TR", "3,1%")]
    [InlineData("en-US", "3.1%")]
    public void The_percent_sign_stands_as_it_does_on_charts_and_in_the_sentences_of_the_analysis(string culture, string expected)
    {
        CultureInfo.CurrentCulture = new CultureInfo(culture);
        Assert.Equal(expected, Numbers.Percent(0.0312));
    }

    [Theory]
    [InlineData(0.65)]
    [InlineData(0.0312)]
    [InlineData(0.225)]
    [InlineData(0.105)]
    [InlineData(0.004)]
    [InlineData(0.9912)]
    [InlineData(0.99999)]
    public void A_share_reads_the_same_on_a_page_and_in_a_sentence_of_the_analysis(double share) =>
        Assert.Equal(CustomerDashboard.Core.Personas.PlainNumbers.Percent(share), Numbers.Percent(share));

    [Fact]
    public void One_of_a_thing_is_in_the_singular()
    {
        Assert.Equal("1 customer", Numbers.Counted(1, "customer"));
        Assert.Equal("0 customers", Numbers.Counted(0, "customer"));
        Assert.Equal("5,878 countries", Numbers.Counted(5878, "country", "countries"));
    }

    [Fact]
    public void A_column_has_as_many_digits_in_every_row() => Assert.Equal("0.2900", Numbers.Fixed(0.29, 4));

    [Fact]
    public void Money_names_its_currency() => Assert.Equal("GBP\u00a08.89 M", Numbers.Money(8_887_208.894, "GBP"));

    [Fact]
    public void Exact_amounts_keep_all_digits() => Assert.Equal("GBP\u00a08,887,208.89", Numbers.MoneyExact(8_887_208.894, "GBP"));

    [Theory]
    [InlineData("en-GB", "9 Dec 2011")]
    [InlineData("en-US", "Dec 9, 2011")]
    [InlineData("ja-JP", "2011 12月 9")]
    public void Dates_follow_the_order_of_the_culture(string culture, string expected)
    {
        CultureInfo.CurrentCulture = new CultureInfo(culture);
        Assert.Equal(expected, Numbers.Date(new DateOnly(2011, 12, 9)));
    }

    [Theory]
    [InlineData("de-DE", "1.234,5")]
    [InlineData("en-US", "1,234.5")]
    public void Separators_follow_the_culture(string culture, string expected)
    {
        CultureInfo.CurrentCulture = new CultureInfo(culture);
        Assert.Equal(expected, Numbers.Exact(1234.5));
    }

    [Theory]
    [InlineData(1, "1 day")]
    [InlineData(12.2, "12 days")]
    [InlineData(42, "6 weeks")]
    [InlineData(365, "12 months")]
    [InlineData(1461, "4 years")]
    public void Days_come_in_the_unit_a_person_thinks_in(double days, string expected) => Assert.Equal(expected, Numbers.Days(days));
}
