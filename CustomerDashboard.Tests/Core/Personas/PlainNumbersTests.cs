using CustomerDashboard.Core.Personas;

namespace CustomerDashboard.Tests.Core.Personas;

public sealed class PlainNumbersTests
{
    [Theory]
    [InlineData(8887208.894, "GBP", "GBP 8.89 M")]
    [InlineData(31234, "GBP", "GBP 31.2 k")]
    [InlineData(3719.12, "GBP", "GBP 3,720")]
    [InlineData(417.6, "€", "€418")]
    [InlineData(2.345, "", "2.35")]
    [InlineData(0, "GBP", "GBP 0")]
    [InlineData(-5000000000d, "", "-5 bn")]
    public void Money_has_three_digits(double value, string currency, string expected) =>
        Assert.Equal(expected, PlainNumbers.Money(value, currency));

    [Theory]
    [InlineData(13.71, "13.7")]
    [InlineData(0.8341, "0.83")]
    [InlineData(4.0, "4")]
    [InlineData(1234.5, "1,230")]
    [InlineData(0, "0")]
    public void Numbers_have_no_false_precision(double value, string expected) => Assert.Equal(expected, PlainNumbers.Number(value));

    [Theory]
    [InlineData(0.6502, "65%")]
    [InlineData(0.004, "0.4%")]
    [InlineData(0.9912, "99.1%")]
    [InlineData(1, "100%")]
    public void Shares_are_percent(double share, string expected) => Assert.Equal(expected, PlainNumbers.Percent(share));
}
