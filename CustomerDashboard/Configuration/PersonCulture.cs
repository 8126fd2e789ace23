using System.Globalization;
using Microsoft.AspNetCore.Localization;

namespace CustomerDashboard.Configuration;

/// <summary>Numbers and dates are written as the person's browser asks for; the words stay English.</summary>
public static class PersonCulture
{
    public static void Configure(RequestLocalizationOptions options)
    {
        options.DefaultRequestCulture = new RequestCulture("en-GB", "en");
        options.SupportedCultures = CultureInfo.GetCultures(CultureTypes.SpecificCultures | CultureTypes.NeutralCultures)
            .Where(culture => culture.Name.Length > 0)
            .ToList();
        options.SupportedUICultures = [new CultureInfo("en")];
        // The browser alone decides: a query string or a cookie would let a link change how figures read.
        options.RequestCultureProviders = [new AcceptLanguageHeaderRequestCultureProvider()];
    }
}
