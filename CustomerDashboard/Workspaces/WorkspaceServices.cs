using CustomerDashboard.Components.Layout;
using CustomerDashboard.Jobs;
using Microsoft.Extensions.Options;

namespace CustomerDashboard.Workspaces;

/// <summary>Registers workspaces and the jobs that work on them.</summary>
public static class WorkspaceServices
{
    /// <param name="services">The services of the app.</param>
    /// <param name="dataFolder">Where the data folder is.</param>
    public static IServiceCollection AddWorkspaces(this IServiceCollection services, Func<IServiceProvider, string> dataFolder)
    {
        services.AddOptions<WorkspaceOptions>().BindConfiguration(WorkspaceOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<WorkspaceOptions>, WorkspaceOptionsValidation>();
        services.AddOptions<JobOptions>().BindConfiguration(JobOptions.Section);
        services.AddSingleton<JobRunner>();
        services.AddSingleton(provider => new WorkspaceStore(dataFolder(provider), provider.GetService<TimeProvider>()));
        services.AddSingleton<WorkspaceRegistry>();
        services.AddScoped<TabMemory>();
        services.AddScoped<WorkspaceSession>();
        services.AddScoped<IShellContext, WorkspaceShell>();
        return services;
    }
}
