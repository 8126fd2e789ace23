namespace CustomerDashboard.Configuration;

/// <summary>The cookie in which Radzen keeps the chosen theme; it carries no personal data.</summary>
public static class ThemeCookie
{
    public const string Name = "CustomerDashboardTheme";
    /// <summary>Where the browser tells what its system asks for: dark or light. It rules until a person chooses.</summary>
    public const string WishName = "CustomerDashboardWish";

    public const string Light = "material";
    public const string Dark = "material-dark";

    /// <summary>The theme to render with: the chosen one, else the one the system asks for. A cookie with any other content counts as absent.</summary>
    public static string Read(HttpRequest? request) => request?.Cookies[Name] switch
    {
        Dark => Dark,
        Light => Light,
        _ => request?.Cookies[WishName] == "dark" ? Dark : Light,
    };

    /// <summary>The value of <c>data-theme</c>, on which every token of <c>app.css</c> depends.</summary>
    public static string Tone(string theme) => theme == Dark ? "dark" : "light";
}
