using System.Globalization;
using Microsoft.AspNetCore.Localization;

namespace CustomerDashboard.Configuration;

/// <summary>
/// Dates are written as the person's browser asks for. Words stay English and so do the marks in numbers: the sentences of the
/// analysis are the same bytes in every culture, and 5.878 in a table beside 5,878 in a sentence would be two different numbers.
/// </summary>
public static class PersonCulture
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    public static void Configure(RequestLocalizationOptions options)
    {
        options.DefaultRequestCulture = new RequestCulture("en-GB", "en");
        options.SupportedCultures = CultureInfo.GetCultures(CultureTypes.SpecificCultures | CultureTypes.NeutralCultures)
            .Where(culture => culture.Name.Length > 0)
            .Select(WithEnglishNumbers)
            .ToList();
        options.SupportedUICultures = [new CultureInfo("en")];
        // The browser alone decides: a query string or a cookie would let a link change how figures read.
        options.RequestCultureProviders = [new AcceptLanguageHeaderRequestCultureProvider()];
    }

    private static CultureInfo WithEnglishNumbers(CultureInfo culture)
    {
        var mixed = (CultureInfo)culture.Clone();
        mixed.NumberFormat = (NumberFormatInfo)English.NumberFormat.Clone();
        return mixed;
    }
}
