using Microsoft.Extensions.Options;

namespace CustomerDashboard.Configuration;

/// <summary>Checks the settings at start, so that a wrong one is reported before anything is uploaded.</summary>
public sealed class DashboardOptionsValidation : IValidateOptions<DashboardOptions>
{
    public ValidateOptionsResult Validate(string? name, DashboardOptions options)
    {
        if (options.Port is < 0 or > 65535)
            return ValidateOptionsResult.Fail($"The port {options.Port} is not between 0 and 65535. Set --port or {DashboardOptions.Section}:Port.");
        try
        {
            Directory.CreateDirectory(options.DataFolder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return ValidateOptionsResult.Fail(
                $"The data folder '{options.DataFolder}' cannot be used: {e.Message} Set --data or {DashboardOptions.Section}:DataFolder to a folder that can be written.");
        }
        return ValidateOptionsResult.Success;
    }
}
