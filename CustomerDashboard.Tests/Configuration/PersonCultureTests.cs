using System.Globalization;
using CustomerDashboard.Configuration;
using Microsoft.AspNetCore.Builder;

namespace CustomerDashboard.Tests.Configuration;

public sealed class PersonCultureTests
{
    [Theory]
    [InlineData("de-DE", "d.M")]
    [InlineData("en-US", "M/d")]
    [InlineData("tr-TR", "d.M")]
    public void Dates_follow_the_person_and_numbers_the_words(string name, string order)
    {
        var options = new RequestLocalizationOptions();
        PersonCulture.Configure(options);
        CultureInfo culture = options.SupportedCultures!.Single(known => known.Name == name);
        Assert.Equal("5,878.5", 5878.5.ToString("N1", culture));
        Assert.StartsWith(order, culture.DateTimeFormat.ShortDatePattern.Replace("dd", "d", StringComparison.Ordinal).Replace("MM", "M", StringComparison.Ordinal), StringComparison.Ordinal);
    }
}
