namespace CustomerDashboard.Configuration;

/// <summary>The cookie in which Radzen keeps the chosen theme; it carries no personal data.</summary>
public static class ThemeCookie
{
    public const string Name = "CustomerDashboardTheme";
    public const string Light = "material";
    public const string Dark = "material-dark";

    /// <summary>The theme to render with: a cookie with any other content counts as absent.</summary>
    public static string Read(HttpRequest? request) =>
        request?.Cookies[Name] == Dark ? Dark : Light;

    /// <summary>The value of <c>data-theme</c>, on which every token of <c>app.css</c> depends.</summary>
    public static string Tone(string theme) => theme == Dark ? "dark" : "light";
}
