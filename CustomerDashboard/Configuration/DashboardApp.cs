using System.Globalization;
using CustomerDashboard.Components;
using CustomerDashboard.Endpoints;
using CustomerDashboard.Security;
using CustomerDashboard.Workspaces;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using Radzen;

namespace CustomerDashboard.Configuration;

/// <summary>Puts the web application together: services in, a started pipeline out.</summary>
public static class DashboardApp
{
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            // Settings and assets are found beside the program, whatever folder it is started from.
            ContentRootPath = AppContext.BaseDirectory,
        });
        // Run unpublished in Production (dotnet run -c Release), package assets are otherwise not found.
        builder.WebHost.UseStaticWebAssets();

        builder.Services.AddOptions<DashboardOptions>().BindConfiguration(DashboardOptions.Section).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<DashboardOptions>, DashboardOptionsValidation>();
        var options = builder.Configuration.GetSection(DashboardOptions.Section).Get<DashboardOptions>() ?? new DashboardOptions();

        // Loopback only: uploaded customer data must not be readable from the network by default.
        var host = options.Port == 0 ? "127.0.0.1" : "localhost";
        builder.WebHost.UseUrls(string.Create(CultureInfo.InvariantCulture, $"http://{host}:{Math.Clamp(options.Port, 0, 65535)}"));

        AddWeb(builder.Services, options);
        var app = builder.Build();
        UseWeb(app);
        return app;
    }

    private static void AddWeb(IServiceCollection services, DashboardOptions options)
    {
        services.AddRazorComponents().AddInteractiveServerComponents().AddHubOptions(hub =>
        {
            // Drawing many points can keep a slow browser from answering for a while; that is no reason to drop its circuit.
            hub.ClientTimeoutInterval = TimeSpan.FromMinutes(2);
            hub.MaximumReceiveMessageSize = 256 * 1024;
        });
        services.AddRadzenComponents();
        services.AddRadzenCookieThemeService(cookie =>
        {
            cookie.Name = ThemeCookie.Name;
            cookie.Duration = TimeSpan.FromDays(365);
        });
        services.AddHttpContextAccessor();
        services.AddAntiforgery(antiforgery => antiforgery.HeaderName = AntiforgeryHeader.Name);
        // Kept with the data, so that a page that is open while the server restarts can still send its forms.
        services.AddDataProtection()
            .SetApplicationName("CustomerDashboard")
            .PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(options.DataFolder, "keys")));
        services.AddWorkspaces(provider => provider.GetRequiredService<IOptions<DashboardOptions>>().Value.DataFolder);
        services.AddRequestLocalization(PersonCulture.Configure);
    }

    private static void UseWeb(WebApplication app)
    {
        app.UseMiddleware<SecurityHeadersMiddleware>();
        if (!app.Environment.IsDevelopment())
            app.UseExceptionHandler("/error", createScopeForErrors: true);
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.UseRequestLocalization();
        app.UseAntiforgery();

        app.MapStaticAssets();
        app.MapWorkspaceEndpoints();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(mode =>
        {
            // The policy of every answer already forbids framing.
            mode.ContentSecurityFrameAncestorsPolicy = null;
        });
    }
}
