using Microsoft.Extensions.Options;

namespace CustomerDashboard.Workspaces;

/// <summary>Checks the limits at start, so that a wrong one is reported before anything is uploaded.</summary>
public sealed class WorkspaceOptionsValidation : IValidateOptions<WorkspaceOptions>
{
    public ValidateOptionsResult Validate(string? name, WorkspaceOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.CacheBytes < 0 || options.LoadedResults < 1)
        {
            return ValidateOptionsResult.Fail(
                $"{WorkspaceOptions.Section}:CacheBytes must not be negative, and {WorkspaceOptions.Section}:LoadedResults must be 1 or more.");
        }

        try
        {
            options.Limits.Validate();
            return ValidateOptionsResult.Success;
        }
        catch (ArgumentException wrong)
        {
            return ValidateOptionsResult.Fail($"A limit under {WorkspaceOptions.Section} cannot be used: {wrong.Message}");
        }
    }
}
