namespace CustomerDashboard.Security;

/// <summary>The header that scripts send the antiforgery token in.</summary>
public static class AntiforgeryHeader
{
    public const string Name = "X-CSRF-TOKEN";
}
